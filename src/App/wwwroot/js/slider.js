// Keeps a slider and its number in step. The number is what gets posted; without this script it stands alone.
const german = document.documentElement.lang === 'de';

const read = text => {
  const plain = text.trim();
  const grouped = german ? /^\d{1,3}(\.\d{3})+(,\d+)?$/ : /^\d{1,3}(,\d{3})+(\.\d+)?$/;
  const digits = grouped.test(plain) ? plain.replaceAll(german ? '.' : ',', '') : plain;
  return Number(digits.replace(',', '.'));
};

const write = value => german ? String(value).replace('.', ',') : String(value);

for (const slider of document.querySelectorAll('[data-slider]')) {
  const range = slider.querySelector('input[type=range]');
  const number = slider.querySelector('input:not([type=range])');
  range.disabled = number.disabled;
  range.hidden = false;
  // An empty number means "as it is": the slider shows that by looking unset, not by pointing at zero.
  const mark = () => range.classList.toggle('slider__range--unset', number.value.trim() === '');
  mark();
  range.addEventListener('input', () => {
    number.value = write(range.value);
    mark();
    number.dispatchEvent(new Event('change', { bubbles: true }));
  });
  number.addEventListener('input', () => {
    const value = read(number.value);
    if (Number.isFinite(value)) range.value = value;
    mark();
  });
}
