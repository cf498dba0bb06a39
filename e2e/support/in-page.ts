/*
 * What is looked up inside a page, as scripts for `page.evaluate`. They are text because the
 * program's types know no browser.
 */

/**
 * Latin letters that a reader of an Arabic page would meet: in text, in labels, in tips, in the
 * tab's title. Names, code, addresses and passages marked as another language may hold them.
 */
export const latinWords = `(() => {
  const exempt = 'script, style, bdi, code, kbd, [dir="ltr"], [lang]:not([lang|="ar"])';
  const addresses = /\\S+@\\S+|https?:\\/\\/\\S+|[\\w-]+(\\.[\\w-]+)+(\\/\\S*)?/g;
  const found = [];
  const note = (where, text) => {
    if (/[A-Za-z]/.test(text.replace(addresses, ''))) found.push(where + ': ' + text.trim());
  };
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement, data } = texts.currentNode;
    if (parentElement && !parentElement.closest(exempt)) note(parentElement.tagName, data);
  }
  for (const name of ['placeholder', 'aria-label', 'aria-description', 'alt', 'title', 'label'])
    for (const element of document.querySelectorAll('[' + name + ']'))
      note(name, element.getAttribute(name));
  for (const element of document.querySelectorAll('meta[name="description"], meta[property="og:title"], meta[property="og:description"], meta[property="og:site_name"]'))
    note('meta', element.content);
  for (const element of document.querySelectorAll('input[type="submit"], input[type="button"], input[type="reset"]'))
    note('value', element.value);
  return found;
})()`;

/** What reaches past the sides of the window; empty when the page does not move sideways. */
export const sidewaysOverflow = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > clientWidth + 1);
    })
    .slice(0, 8)
    .map((element) => element.tagName + '.' + element.className + ': ' + (element.textContent || '').slice(0, 40));
})()`;

/** How light the paper is, from 0 (black) to 1 (white). */
export const paperLightness = `(() => {
  const colours = [document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor);
  const colour = colours.find((one) => !/, 0\\)$/.test(one)) || 'rgb(255, 255, 255)';
  const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number);
  return (red + green + blue) / 765;
})()`;

/** What axe finds wrong; axe's own source must have been evaluated before. */
export const axeViolations = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html }) => id + ' (' + help + '): ' + target.join(' ') + ' ' + html.slice(0, 120))))`;
