// Files go up one by one with the progress shown, so that what has arrived stays whatever happens to the rest.
// [data-upload] on the form; one is warned before leaving, and leaving leaves nothing half stored.
each('form[data-upload]', function (form) {
  const box = form.querySelector('[type=file]');
  const note = document.createElement('div');
  note.className = 'upload';
  note.innerHTML =
    '<progress max="1"></progress><p role="status"></p><button type="button" class="btn btn-small"></button>';
  const bar = note.firstChild;
  const stop = note.lastChild;
  stop.textContent = form.getAttribute('data-stop');
  let request = null;

  function say(text, failed) {
    bar.hidden = stop.hidden = failed;
    bar.nextSibling.className = failed ? 'error' : '';
    bar.nextSibling.textContent = text;
  }

  function end(text) {
    request = null;
    say(text, true);
  }

  function send(files, at) {
    const data = new FormData(form);
    data.delete(box.name);
    data.append(box.name, files[at]);
    request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('X-Requested-With', 'upload');
    function show(part) {
      bar.value = (at + part) / files.length;
      const percent = Math.floor(bar.value * 100);
      say(
        form
          .getAttribute('data-upload')
          .replace('#a', at + 1)
          .replace('#n', files.length)
          .replace('#p', percent),
        false,
      );
    }
    show(0);
    request.upload.onprogress = function (event) {
      show(event.loaded / event.total);
    };
    request.onload = function () {
      const done = request.status < 300;
      if (done && at + 1 < files.length) return send(files, at + 1);
      if (done) {
        request = null;
        location.href = location.pathname;
        return;
      }
      const page = new DOMParser().parseFromString(request.responseText, 'text/html');
      const what = page.querySelector('.message-what');
      end(what ? files[at].name + ' · ' + what.textContent : form.getAttribute('data-failed'));
    };
    request.onerror = request.onabort = function () {
      end(form.getAttribute('data-failed'));
    };
    request.send(data);
  }

  stop.onclick = function () {
    request.abort();
  };
  form.addEventListener('submit', function (event) {
    if (!box.files.length) return;
    event.preventDefault();
    if (request) return;
    form.appendChild(note);
    send(Array.from(box.files), 0);
  });
  form.unsaved = function () {
    return request !== null;
  };
});
