import { el } from './dom.js';
import { icon } from './icons.js';
import { act } from './perform.js';
import { inLanguage } from './command-picker.js';
import { choicesForOption } from './picking.js';
import { suggestions } from './suggestions.js';

const integer = 4;
const number = 10;
const boolean = 5;
const attachment = 11;

/** A slash command's options to be filled in; `leave` is called when it was sent or given up. */
export function commandForm(command, channelId, leave) {
  const refusal = el('p', { class: 'refusal', role: 'alert' });
  const submit = el('button', { type: 'submit', class: 'button primary' }, 'Run');
  const fields = command.options.map((option) => ({
    option,
    ...optionView(option, () => values(), command, channelId),
  }));
  const values = () =>
    Object.fromEntries(
      fields
        .map(({ option, value }) => [option.name, value()])
        .filter(([, value]) => value !== null),
    );
  const send = async (event) => {
    event.preventDefault();
    if (submit.getAttribute('aria-busy') === 'true') return;
    refusal.textContent = '';
    submit.setAttribute('aria-busy', 'true');
    try {
      await act({ do: 'run', channel: channelId, command: command.text, options: values() });
      leave();
    } catch (error) {
      refusal.textContent = error.message;
    } finally {
      submit.removeAttribute('aria-busy');
    }
  };
  return el(
    'form',
    {
      class: 'command',
      'aria-label': `Command ${command.text}`,
      on: {
        submit: send,
        keydown: (event) => event.key === 'Escape' && !event.defaultPrevented && leave(),
      },
    },
    el(
      'header',
      {},
      el('strong', {}, command.text),
      el('span', {}, command.description),
      el(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': 'Leave the command',
          on: { click: leave },
        },
        icon('close'),
      ),
    ),
    fields.length > 0 &&
      el(
        'div',
        { class: 'options' },
        fields.map(({ view }) => view),
      ),
    el('footer', {}, refusal, submit),
  );
}

function optionView(option, values, command, channelId) {
  const id = `option-${option.name}`;
  const choices = choicesForOption(option);
  const control = choices ? choiceInput(option, choices, id) : typedInput(option, id);
  const value = () => valueOf(option, control.dataset.value ?? control.value, choices);
  const list =
    option.autocomplete &&
    suggestions(control, async () => {
      const options = { ...values(), [option.name]: value() ?? '' };
      const answer = await act({
        do: 'autocomplete',
        channel: channelId,
        command: command.text,
        options,
        focused: option.name,
      });
      return answer?.choices ?? [];
    });
  const view = el(
    'div',
    { class: 'option' },
    el('label', { for: id }, option.name, option.required && el('span', { class: 'needed' }, ' *')),
    control,
    list,
    el(
      'small',
      { id: `${id}-hint` },
      inLanguage(option),
      option.type === attachment && ' (in the preview: the address that serves the file)',
    ),
  );
  control.setAttribute('aria-describedby', `${id}-hint`);
  return { view, value };
}

function choiceInput(option, choices, id) {
  return el(
    'select',
    { id, class: 'select', required: option.required },
    el('option', { value: '' }, option.required ? 'Choose…' : '–'),
    choices.map(({ value, label }) => el('option', { value }, label)),
  );
}

function typedInput(option, id) {
  const isNumber = option.type === integer || option.type === number;
  return el('input', {
    id,
    class: 'input',
    autocomplete: 'off',
    type: isNumber && !option.autocomplete ? 'number' : 'text',
    step: option.type === number ? 'any' : null,
    min: option.min_value,
    max: option.max_value,
    placeholder: option.type === attachment ? 'http://…' : null,
    minlength: option.min_length,
    maxlength: option.max_length ?? (isNumber ? 20 : 2000),
    required: option.required,
  });
}

/** As the command takes it: `null` when nothing was filled in. */
function valueOf(option, written, choices) {
  if (written === '') return null;
  if (option.type === boolean) return written === 'true';
  if (choices) return choices.find(({ value }) => String(value) === written)?.value ?? written;
  if (option.type !== integer && option.type !== number) return written;
  const value = Number(written);
  return Number.isNaN(value) ? written : value;
}
