// "/" leads to the search, unless somebody is typing or holds another key.
document.addEventListener('keydown', event => {
  const typing = event.target.closest('input, select, textarea, [contenteditable]');
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.querySelector('[data-search]');
  if (!field) return;
  event.preventDefault();
  field.focus();
});
