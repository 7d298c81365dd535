// Answers while a slider moves: asks for the curve of the form as it stands and puts it in place. Without it the button does the same.
for (const form of document.querySelectorAll('form[data-live]')) {
  const target = document.getElementById(form.dataset.liveTarget);
  let waiting = null;
  let request = null;

  const ask = () => {
    // A newer question replaces this one. When the server is away nothing happens; the button still works.
    request?.abort();
    request = new XMLHttpRequest();
    // The browser itself makes a document of the answer, without running anything in it: the content policy forbids to do so with text.
    request.responseType = 'document';
    request.addEventListener('load', event => {
      const answer = event.currentTarget;
      if (answer.status === 200 && answer.response && target) target.replaceChildren(...answer.response.body.childNodes);
    });
    request.open('GET', `${form.dataset.live}?${new URLSearchParams(new FormData(form))}`);
    request.send();
  };

  form.addEventListener('change', event => {
    if (event.target.tagName === 'SELECT') return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
}
