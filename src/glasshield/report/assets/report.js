'use strict';
// Sorting for tables: every column heading becomes a button. Without the script the page is whole,
// but for what is packed in it: the rows of its longest tables, and the globe.
const sortable = (table) => {
  const body = table.tBodies[0];
  if (body.rows.length < 3) return;
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const down = heading.getAttribute('aria-sort') === 'ascending';
      for (const other of headings) other.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const words = new Intl.Collator(document.documentElement.lang, {numeric: true});
      const value = (row) => {
        const {sort} = row.cells[column].dataset;
        return sort === undefined ? row.cells[column].textContent.trim() : Number(sort);
      };
      const compare = (a, b) => {
        if (typeof a === 'number' && typeof b === 'number') return a - b;
        if (typeof a === 'number') return -1;
        if (typeof b === 'number') return 1;
        return words.compare(a, b);
      };
      const rows = [...body.rows].sort((a, b) => compare(value(a), value(b)));
      if (down) rows.reverse();
      body.append(...rows);
    });
  });
};

// Letters of base 85, five for four bytes; those that mean something in a page stand in others.
const LETTERS =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%:()*+-;,=.?@^_`{|}~';
const bytesOf = (text) => {
  const value = new Map([...LETTERS].map((letter, k) => [letter, k]));
  const whole = text.padEnd(5 * Math.ceil(text.length / 5), '~');
  const bytes = new DataView(new ArrayBuffer((4 * whole.length) / 5));
  for (let k = 0; k < whole.length; k += 5) {
    let word = 0;
    for (let n = k; n < k + 5; n++) word = 85 * word + value.get(whole[n]);
    bytes.setUint32((4 * k) / 5, word);
  }
  return bytes.buffer.slice(0, Math.floor((4 * text.length) / 5));
};
const unpacked = (block) => {
  const bytes = bytesOf(block.textContent);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
};

const signOf = (name) => {
  const SVG = document.querySelector('svg').namespaceURI;
  const sign = document.createElementNS(SVG, 'svg');
  sign.setAttribute('class', 'sign');
  sign.setAttribute('aria-hidden', 'true');
  sign.append(document.createElementNS(SVG, 'use'));
  sign.firstChild.setAttribute('href', '#sign-' + name);
  return sign;
};

const cellOf = (packed, column) => {
  const [text, sort, sign, soft] = Array.isArray(packed) ? packed : [packed, null, '', ''];
  const cell = document.createElement(column === 0 ? 'th' : 'td');
  if (column === 0) cell.scope = 'row';
  if (sort !== null) cell.dataset.sort = sort;
  if (sign) cell.append(signOf(sign));
  cell.append(text);
  if (soft) {
    const part = document.createElement('span');
    part.className = 'soft';
    part.textContent = soft;
    cell.append(' ', part);
  }
  return cell;
};

const fill = (tables) => {
  for (const [id, rows] of Object.entries(tables)) {
    const table = document.getElementById(id);
    for (const row of rows) table.tBodies[0].insertRow().append(...row.map(cellOf));
    sortable(table);
  }
};

// The globe's own script reads these as data, and may run because the policy names its hash.
const show = async (code) => {
  for (const name of ['glasshield-view', 'glasshield-world']) {
    const data = document.createElement('script');
    data.type = 'application/json';
    data.id = name;
    data.textContent = await unpacked(document.getElementById('packed-' + name));
    document.getElementById('packed-' + name).replaceWith(data);
  }
  const script = document.createElement('script');
  script.type = 'module';
  script.textContent = await unpacked(code);
  code.replaceWith(script);
};

const start = async () => {
  for (const table of document.querySelectorAll('table')) sortable(table);
  const [rows, code] = ['packed-tables', 'packed-code'].map((id) => document.getElementById(id));
  if (!rows && !code) return;
  try {
    if (rows) fill(JSON.parse(await unpacked(rows)));
    if (code) await show(code);
  } catch (failure) {
    const notice = document.createElement('p');
    notice.setAttribute('role', 'alert');
    const place = document.getElementById('glasshield-globe');
    notice.textContent = place.dataset.failed;
    place.replaceChildren(notice);
    throw failure;
  }
};
start();

addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll('details')) folded.open = true;
});
