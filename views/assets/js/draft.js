// Drafts: forms with [data-autosave] are sent to their own address with intent=draft while one writes. Until the
// server has acknowledged, the text also lies in sessionStorage, so that a lost connection loses no word.
(function () {
  const failed = /^error-/.test(
    (document.querySelector('[data-page]') || document.body).getAttribute('data-page'),
  );

  function store(key, value) {
    try {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(value));
    } catch (error) {
      // Storage may be full or forbidden; saving to the server still works.
    }
  }

  function stored(key) {
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch (error) {
      return null;
    }
  }

  // What was sent has arrived once another page of ours is shown that is not an error.
  if (!failed) {
    try {
      Object.keys(sessionStorage).forEach(function (key) {
        if (/^draft:/.test(key) && (stored(key) || {}).sent) store(key, null);
      });
    } catch (error) {
      // No storage, nothing kept.
    }
  }

  function entries(form) {
    return Array.from(new FormData(form)).filter(function (pair) {
      return typeof pair[1] === 'string';
    });
  }

  function restore(form, kept) {
    const values = new Map();
    kept.forEach(function (pair) {
      values.set(pair[0], (values.get(pair[0]) || []).concat(pair[1]));
    });
    Array.prototype.forEach.call(form.elements, function (control) {
      if (!control.name || /^(hidden|file|password|submit|button)$/.test(control.type)) return;
      const given = values.get(control.name) || [];
      if (/^(checkbox|radio)$/.test(control.type)) control.checked = given.indexOf(control.value) >= 0;
      else if (given.length) control.value = given.shift();
      control.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  each('form[data-autosave]', function (form) {
    const key = 'draft:' + location.pathname + ':' + form.getAttribute('action');
    const note = document.querySelector('[data-saved]');
    let dirty = false;
    let timer = null;
    let running = false;

    function say(text) {
      if (note) note.textContent = text;
    }

    function later(seconds) {
      clearTimeout(timer);
      timer = setTimeout(save, seconds * 1000);
    }

    function save() {
      if (!dirty || running || form.sending) return;
      running = true;
      dirty = false;
      say(word('saving'));
      const body = new URLSearchParams(entries(form));
      body.set('intent', 'draft');
      fetch(form.action, { method: 'POST', body: body, headers: { 'X-Requested-With': 'autosave' } })
        .then(function (answer) {
          if (!answer.ok || /\/sign-in/.test(answer.url)) throw new Error(String(answer.status));
          if (!dirty) store(key, null);
          const now = new Date();
          say(word('saved', now.toTimeString().slice(0, 5)));
        })
        .catch(function () {
          dirty = true;
          say(word('unsaved'));
          later(20);
        })
        .then(function () {
          running = false;
          if (dirty) later(20);
        });
    }

    const kept = stored(key);
    if (kept && !document.querySelector('[data-focus]')) {
      restore(form, kept.entries);
      say(word('restored'));
      dirty = true;
      later(3);
    }
    form.addEventListener('input', function () {
      dirty = true;
      store(key, { entries: entries(form) });
      later(2);
    });
    form.addEventListener('submit', function () {
      clearTimeout(timer);
      store(key, { entries: entries(form), sent: true });
    });
    document.addEventListener('visibilitychange', function () {
      if (document.visibilityState === 'hidden') save();
    });
    form.unsaved = function () {
      return dirty || running;
    };
  });
})();
