# Builds the program, and keeps what it needs to run. Not yet built by us: see "Every morning" in README.md.
#   docker build -t daybrief .
#   docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/brief" daybrief
# The folder holds daybrief.yml and the articles; site/ and .daybrief/ are made in it.
FROM swift:6.3-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends \
    libcmark-dev libxml2-dev libstemmer-dev libicu-dev libcld2-dev zlib1g-dev libbrotli-dev libcurl4-openssl-dev pkg-config make \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN make dist && mv dist/daybrief-*/ /daybrief

FROM debian:12-slim
# The tools of the targets, and the certificates that they and fetching need.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates git openssh-client rsync awscli \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /daybrief /opt/daybrief
ENV PATH=/opt/daybrief/bin:$PATH
WORKDIR /brief
USER 65534:65534
STOPSIGNAL SIGTERM
ENTRYPOINT ["daybrief"]
CMD ["build", "--quiet"]
