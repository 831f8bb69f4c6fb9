// What the tests ask of a page that stands in the browser. Evaluated once a page; nothing of it is in the site.
window.asked = {
  // How much wider than the window the page is, in pixels, and what sticks out.
  overflow() {
    const wide = document.documentElement.scrollWidth - innerWidth;
    const out = [];
    if (wide > 0) for (const element of document.body.querySelectorAll('*')) {
      if (element.getBoundingClientRect().right > innerWidth + 0.5) out.push(asked.name(element));
    }
    return {wide, out: out.slice(0, 5)};
  },

  // Sum of layout shifts since the page began (https://wicg.github.io/layout-instability).
  shift() {
    let sum = 0;
    const observer = new PerformanceObserver(() => {});
    observer.observe({type: 'layout-shift', buffered: true});
    for (const entry of observer.takeRecords()) if (!entry.hadRecentInput) sum += entry.value;
    observer.disconnect();
    return sum;
  },

  // Whether the style sheet took hold: the masthead has its rule.
  styled() {
    const masthead = document.querySelector('.masthead');
    return Boolean(masthead) && getComputedStyle(masthead).borderBottomStyle === 'solid';
  },

  // An element in a few words.
  name(element) {
    const classes = typeof element.className === 'string' && element.className ? '.' + element.className.trim().replace(/\s+/g, '.') : '';
    return element.tagName.toLowerCase() + (element.id ? '#' + element.id : '') + classes + ' "' + element.textContent.trim().slice(0, 40) + '"';
  },

  // One element with words of its own for each way that elements look: by the tags and classes on the way down to it.
  looks() {
    const found = new Map();
    for (const element of document.body.querySelectorAll('*')) {
      if (![...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())) continue;
      if (!element.checkVisibility()) continue;
      let look = '';
      for (let at = element; at !== document.body; at = at.parentElement) look += at.tagName + '.' + (at.getAttribute('class') || '') + ' ';
      if (!found.has(look)) found.set(look, element);
    }
    return [...found.values()];
  },

  // What the keyboard should reach, in the order of the page.
  controls() {
    const all = 'a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex], [contenteditable]';
    return [...document.querySelectorAll(all)].filter(element =>
      element.tabIndex >= 0 && !element.disabled && element.type !== 'hidden' && element.checkVisibility({visibilityProperty: true}));
  },

  // Notes each element that takes the focus, with what can be seen of it then.
  watchFocus() {
    const controls = asked.controls();
    asked.focused = [];
    document.addEventListener('focusin', event => {
      const element = event.target, style = getComputedStyle(element), box = element.getBoundingClientRect();
      asked.focused.push({
        at: controls.indexOf(element), name: asked.name(element),
        ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth), colour: style.outlineColor,
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      });
    });
    return controls.length;
  },

  // Words of the site itself, not of the sources: text set in sans serif, of the page's language.
  ownWords() {
    const out = [], language = document.documentElement.lang;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest('[lang]').lang !== language || element.closest('script, style, code, pre')) continue;
      if (!element.checkVisibility() || /(^|[^-])\bserif/.test(getComputedStyle(element).fontFamily.replace('sans-serif', ''))) continue;
      out.push(node.data);
    }
    return out;
  },
};
