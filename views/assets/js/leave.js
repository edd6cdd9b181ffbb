// Warns before a changed form is left. [data-guard] on forms that save only when sent; drafts guard themselves.
(function () {
  each('form[data-guard]', function (form) {
    let changed = false;
    form.addEventListener('input', function () {
      changed = true;
    });
    form.unsaved = function () {
      return changed;
    };
  });

  window.addEventListener('beforeunload', function (event) {
    const open = Array.prototype.some.call(document.forms, function (form) {
      return form.unsaved && form.unsaved() && !form.sending;
    });
    if (!open) return;
    event.preventDefault();
    event.returnValue = word('leave');
  });
})();
