// Searches the site in its own index, scripts that are added when a word needs them: without a server, from a disk too.
// Made by Sources/Render/Search; the README of the templates tells how pages are ranked.
{
const get = id => document.getElementById("search-" + id);
const form = get("form"), input = get("words"), labels = form.dataset;
const base = document.currentScript.src, language = document.documentElement.lang;
const FOLDERS = { a: "actors", s: "stories", t: "threads", q: "articles", p: "articles" };

// Words, folded as SearchFolding.swift folds them.
const PLAIN = Object.fromEntries("œoe æae ßss øo łl đd ðd þth ıi ςσ ħh ŧt ʼ'".split(" ").map(([c, ...to]) => [c, to.join("")]));
const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const fold = text => text.toLowerCase().normalize("NFKD").toLowerCase()
  .replace(/[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g, "")
  .replace(/[œæßøłđðþıςħŧʼ]/g, c => PLAIN[c])
  .replace(/[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}]/gu, " $& ");
const wordsOf = text => {
  const folded = fold(text), words = [];
  for (const { 0: word, index } of folded.matchAll(RUN)) {
    const sides = folded[index - 1] + folded[index + word.length];
    if (!/^[a-z]$/.test(word) || !/['‘’]/.test(sides)) words.push(word);
  }
  return words;
};

// Files of the index: each hands its data to this function.
const files = {}, waiting = {};
window.daybrief = (path, data) => waiting[path](data);
const load = path => files[path] ??= new Promise((done, fail) => {
  const script = document.createElement("script");
  waiting[path] = done;
  script.onerror = () => fail(delete files[path]);
  script.src = new URL(path + ".js", base);
  document.head.append(script);
});
const termsOf = prefix => load("terms/t-" + prefix.replace(/[^\0-\x7f]/gu, c => `-${c.codePointAt().toString(16)}-`));
const directory = () => load("directory").then(data => {
  data.prefixes ??= data.shards.split(" ");
  data.places ??= shelves(data.shelves);
  return data;
});

// Where the numbers of documents begin, by kind and day.
const shelves = plan => {
  const out = [];
  let start = 0, day = 0;
  const add = (kinds, letters, date) => [...kinds].forEach((kind, n) => {
    if (letters[n] == "-") return;
    out.push({ kind, date, day, start });
    start += 2 ** (letters.charCodeAt(n) - 97);
  });
  const [undated, ...days] = plan.split(" ");
  add("atsqp", undated, "");
  for (const one of days) {
    const [gap, letters] = one.split(".");
    day += parseInt(gap, 36);
    add("sqp", letters, new Date(day * 864e5).toISOString().slice(0, 10));
  }
  return out;
};

// A list of documents: bits in URL-safe Base64, as PostingBits.swift writes them.
const SIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const decode = text => {
  let at = 0, last = -1;
  const bit = () => SIX.indexOf(text[at / 6 | 0]) >> 5 - at++ % 6 & 1;
  const bits = n => { let value = 0; while (n--) value = value * 2 + bit(); return value; };
  const ones = () => { let n = 0; while (bit()) n++; return n; };
  const wide = ones(), count = 2 ** wide + bits(wide), cut = bit(), low = bits(5);
  const list = Array.from({ length: count }, () => [last += ones() * 2 ** low + bits(low) + 1, bits(2)]);
  return { list, cut };
};

// The documents of a word, its singular (Harman 1991) and what begins with it, with scores.
const find = async ({ prefixes, documents }, word) => {
  const over = prefixes.filter(prefix => word.startsWith(prefix)).slice(-1);
  const under = prefixes.filter(prefix => prefix != word && prefix.startsWith(word));
  const begins = word.length > 1 && under.length < 17;
  const single = word.replace(/(..[^s])s$/, "$1"), matches = [], scores = new Map();
  for (const file of await Promise.all((begins ? over.concat(under) : over).map(termsOf))) {
    let term = "";
    for (const entry of file ? file.split("|") : []) {
      const [head, list] = entry.split(" ");
      term = term.slice(0, parseInt(head[0], 36)) + head.slice(1);
      if (term == word || term == single || begins && term.startsWith(word)) matches.push([term, list]);
    }
  }
  let partial = 0;
  for (const [term, text] of matches.sort((a, b) => a[0].length - b[0].length).slice(0, 400)) {
    const { list, cut } = decode(text);
    partial |= cut;
    const rare = Math.log(1 + documents / list.length) * (term == word ? 1 : .3 + .4 * word.length / term.length);
    for (const [id, weight] of list) scores.set(id, Math.max(scores.get(id) || 0, (weight + 1) * rare));
  }
  return { scores, partial };
};

// What has all words; one whose list was cut is only wished for beside others.
const rank = ({ places }, found) => {
  const whole = found.filter(word => !word.partial), asked = whole.length ? whole : found;
  const newest = Math.max(...places.map(shelf => shelf.day)), groups = { a: [], s: [], t: [], q: [], p: [] };
  asked.sort((a, b) => a.scores.size - b.scores.size);
  for (const id of asked[0].scores.keys()) {
    if (!asked.every(word => word.scores.has(id))) continue;
    const shelf = places.findLast(shelf => shelf.start <= id);
    let score = found.reduce((sum, word) => sum + (word.scores.get(id) || 0), 0);
    if (shelf.day) score *= 1 + .5 * 2 ** ((shelf.day - newest) / 60);
    groups[shelf.kind].push({ id, shelf, score });
  }
  return Object.entries(groups).filter(([, hits]) => hits.sort((a, b) => b.score - a.score || b.id - a.id).length);
};

const make = (name, className, ...parts) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...parts);
  return made;
};
const marked = text => {
  const parts = [];
  let last = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (!wordsOf(run).some(word => words.some(asked => word.startsWith(asked)))) continue;
    parts.push(text.slice(last, index), make("mark", "", run));
    last = index + run.length;
  }
  return [...parts, text.slice(last)];
};
const figure = n => n.toLocaleString(language);
const dates = new Intl.DateTimeFormat(labels.locale, { dateStyle: "long", timeZone: "UTC" });
const row = async ({ id, shelf: { kind, date, start } }) => {
  const place = id - start, records = await load(`documents/${kind}${date}-${place >> 7}`);
  const record = records.find(one => one[0] == place % 128);
  if (!record) return "";
  const [, slug, title, details, lang] = record, link = make("a", "", ...marked(title));
  link.href = new URL(`../${FOLDERS[kind]}/${slug.replace(/#|$/, "/index.html$&")}`, base);
  if (lang) link.lang = lang;
  return make("li", "", link, make("p", "soft", details + (date && " · " + dates.format(new Date(date)))));
};
const section = async ([kind, hits]) => {
  const list = make("ol", ""), more = make("button", "", labels.more);
  const show = async count => {
    const rows = await Promise.all(hits.splice(0, count).map(row));
    list.append(...rows);
    more.hidden = !hits.length;
    return rows[0];
  };
  more.type = "button";
  more.onclick = async () => (await show(20)).firstChild?.focus();
  const heading = make("h2", "", labels[kind] + " ", make("span", "soft", figure(hits.length)));
  await show(5);
  return make("section", "search-" + kind, heading, list, more);
};

let turn = 0, timer, words = [];
const search = async () => {
  const own = ++turn;
  words = [...new Set(wordsOf(input.value))];
  let sections = [], said = "";
  try {
    if (words.length) {
      const index = await directory(), groups = rank(index, await Promise.all(words.map(word => find(index, word))));
      const count = groups.reduce((sum, [, hits]) => sum + hits.length, 0);
      said = count ? labels.found.replace("{n}", figure(count)) : labels.none;
      sections = await Promise.all(groups.map(section));
    }
  } catch {
    said = labels.failed;
  }
  if (own != turn) return;
  get("results").replaceChildren(...sections);
  get("status").textContent = said;
};
form.hidden = false;
form.onsubmit = input.oninput = event => {
  event.preventDefault();
  clearTimeout(timer);
  timer = setTimeout(search, 120);
};
input.value ||= new URLSearchParams(location.search).get("q") || "";
if (input.value) search();
}
