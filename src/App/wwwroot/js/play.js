// Plays the steps of a map one after the other: fetches the page of the next step and puts its map in place. Without it the links do the same.
const pause = 1500;

for (const control of document.querySelectorAll('[data-play]')) {
  const id = control.dataset.play;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'kern-btn kern-btn--secondary';
  const label = document.createElement('span');
  label.className = 'kern-label';
  button.append(label);
  control.append(button);
  let playing = false;
  let waiting = null;

  const say = () => { label.textContent = playing ? control.dataset.stopText : control.dataset.playText; };

  const stop = () => {
    playing = false;
    clearTimeout(waiting);
    say();
  };

  const show = (address, then) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.addEventListener('load', () => {
      const next = request.status === 200 && request.response?.getElementById(id);
      if (!next || !playing) return stop();
      document.getElementById(id).replaceChildren(...next.childNodes);
      history.replaceState(null, '', address);
      then();
    });
    request.addEventListener('error', stop);
    request.open('GET', address);
    request.send();
  };

  const step = () => {
    const links = [...document.getElementById(id).querySelectorAll('.steps a')];
    const at = links.findIndex(link => link.getAttribute('aria-current'));
    if (at < 0 || at + 1 >= links.length) return stop();
    show(links[at + 1].href, () => { waiting = setTimeout(step, pause); });
  };

  button.addEventListener('click', () => {
    if (playing) return stop();
    playing = true;
    say();
    const links = [...document.getElementById(id).querySelectorAll('.steps a')];
    if (links.at(-1)?.getAttribute('aria-current')) show(links[0].href, () => { waiting = setTimeout(step, pause); });
    else step();
  });
  say();
}
