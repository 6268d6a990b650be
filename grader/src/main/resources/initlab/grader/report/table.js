'use strict';
const table = document.getElementById('submissions');
const body = table.tBodies[0];
const search = document.getElementById('search');
const shown = document.getElementById('shown');
function value(row, column) {
  const cell = row.cells[column];
  return cell.dataset.value === undefined ? cell.textContent.trim().toLowerCase() : Number(cell.dataset.value);
}
function sort(column, ascending) {
  const rows = Array.from(body.rows, row => [value(row, column), row]);
  rows.sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0) * (ascending ? 1 : -1));
  body.replaceChildren(...rows.map(([, row]) => row));
}
Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
  head.querySelector('button').addEventListener('click', () => {
    const ascending = head.getAttribute('aria-sort') !== 'ascending';
    Array.from(table.tHead.rows[0].cells).forEach(other => other.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
    sort(column, ascending);
  });
});
const filters = ['state', 'lost', 'mistake'].map(id => document.getElementById(id)).filter(found => found);
function has(row, filter) {
  const own = { state: row.dataset.state, lost: row.dataset.lost, mistake: row.dataset.mistakes }[filter.id];
  return filter.value === '' || own.split(' ').includes(filter.value);
}
function filter() {
  const wanted = search.value.trim().toLowerCase();
  let count = 0;
  Array.from(body.rows).forEach(row => {
    row.hidden = !(filters.every(one => has(row, one)) && row.textContent.toLowerCase().includes(wanted));
    count += row.hidden ? 0 : 1;
  });
  shown.textContent = String(count);
}
search.addEventListener('input', filter);
filters.forEach(one => one.addEventListener('change', filter));
