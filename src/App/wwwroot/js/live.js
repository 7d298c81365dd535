// Answers while a slider moves: asks for the curve of the form as it stands and puts it in place. Without it the button does the same.
for (const form of document.querySelectorAll('form[data-live]')) {
  const target = document.getElementById(form.dataset.liveTarget);
  let isAsking = false;
  let hasMoved = false;

  const ask = () => {
    // One question at a time; a slider that has moved meanwhile is asked about next. When the server is away nothing happens; the button still works.
    hasMoved = isAsking;
    if (isAsking) return;
    isAsking = true;
    const request = new XMLHttpRequest();
    // The browser itself makes a document of the answer, without running anything in it: the content policy forbids to do so with text.
    request.responseType = 'document';
    request.addEventListener('load', () => {
      if (request.status === 200 && request.response && target) target.replaceChildren(...request.response.body.childNodes);
    });
    request.addEventListener('loadend', () => {
      isAsking = false;
      if (hasMoved) ask();
    });
    request.open('GET', `${form.dataset.live}?${new URLSearchParams(new FormData(form))}`);
    request.send();
  };

  form.addEventListener('change', event => {
    if (event.target.tagName !== 'SELECT') ask();
  });
}
