'use strict';
// Sorting for tables: every column heading becomes a button. Without the script the page is whole.
for (const table of document.querySelectorAll('table')) {
  const body = table.tBodies[0];
  if (body.rows.length < 3) continue;
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
}
addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll('details')) folded.open = true;
});
