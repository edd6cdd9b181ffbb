// Looks codes up as one types: [data-picker] holds the address of the search. A combobox with a list of results
// (WAI-ARIA 1.2): arrows move, Enter takes, Escape closes. Without script the box takes a code and a page does the search.
each('[data-picker]', function (box) {
  const list = document.createElement('ul');
  const status = document.createElement('span');
  let at = -1;
  let asked = 0;
  let timer = null;
  list.id = box.id + '-list';
  list.className = 'picks';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', document.querySelector('label[for="' + box.id + '"]').textContent);
  status.className = 'sr';
  status.setAttribute('role', 'status');
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-expanded', 'false');
  box.autocomplete = 'off';
  box.parentNode.insertBefore(list, box.nextSibling);
  box.parentNode.insertBefore(status, list);

  function show(open) {
    list.hidden = !open;
    box.setAttribute('aria-expanded', String(open));
    if (!open) go(-1);
  }

  function go(to) {
    const items = list.children;
    if (items[at]) items[at].setAttribute('aria-selected', 'false');
    at = items.length ? to : -1;
    if (items[at]) {
      items[at].setAttribute('aria-selected', 'true');
      items[at].scrollIntoView({ block: 'nearest' });
      box.setAttribute('aria-activedescendant', items[at].id);
    } else box.removeAttribute('aria-activedescendant');
  }

  function take(item) {
    const note = document.getElementById(box.id + '-note');
    box.value = item.getAttribute('data-code');
    if (note && note.firstChild)
      note.firstChild.textContent = item.children[0].textContent + ' ' + item.children[1].textContent;
    show(false);
    box.dispatchEvent(new Event('change', { bubbles: true }));
    box.form.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function fill(found) {
    list.textContent = '';
    found.forEach(function (entry, n) {
      const item = document.createElement('li');
      item.id = list.id + '-' + n;
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', 'false');
      item.setAttribute('data-code', entry.code);
      item.innerHTML = '<b></b> <span></span> <small></small>';
      [entry.code, entry.name, entry.within].forEach(function (text, i) {
        item.children[i].textContent = text;
      });
      list.appendChild(item);
    });
    at = -1;
    status.textContent = word('found', found.length);
    show(found.length > 0);
  }

  box.addEventListener('input', function (event) {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(function () {
      const turn = ++asked;
      const text = box.value.trim();
      if (text === '') return fill([]);
      fetch(box.getAttribute('data-picker') + '?q=' + encodeURIComponent(text), {
        headers: { Accept: 'application/json' },
      })
        .then(function (answer) {
          return answer.ok ? answer.json() : [];
        })
        .then(function (found) {
          if (turn === asked && document.activeElement === box) fill(found);
        })
        .catch(function () {
          // Without a line the code can still be typed.
        });
    }, 150);
  });
  box.addEventListener('keydown', function (event) {
    const count = list.children.length;
    if (list.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown') go((at + 1) % count);
    else if (event.key === 'ArrowUp') go(at > 0 ? at - 1 : count - 1);
    else if (event.key === 'Enter') take(list.children[Math.max(0, at)]);
    else if (event.key === 'Escape') show(false);
    else return;
    event.preventDefault();
  });
  box.addEventListener('blur', function () {
    setTimeout(show, 150, false);
  });
  list.addEventListener('mousedown', function (event) {
    event.preventDefault();
  });
  list.addEventListener('click', function (event) {
    const item = event.target.closest('li');
    if (item) take(item);
  });
});
