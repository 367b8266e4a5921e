import { channelTypes, guild } from './state.js';

const types = { user: 5, role: 6, mentionable: 7, channel: 8 };

const people = () =>
  (guild()?.members ?? []).map(({ id, name, bot }) => ({
    value: id,
    label: bot ? `${name} (app)` : name,
  }));

const roles = () =>
  (guild()?.roles ?? []).map(({ id, name }) => ({
    value: id,
    label: `@${name.replace(/^@/, '')}`,
  }));

function channels(kinds) {
  const all = [...(guild()?.channels ?? []), ...(guild()?.threads ?? [])];
  return all
    .filter(({ type }) => (kinds?.length ? kinds.includes(type) : type !== channelTypes.category))
    .map(({ id, name }) => ({ value: id, label: `#${name}` }));
}

/** What can be picked in a select menu: its own options, or what the server has. */
export function choicesFor(part) {
  switch (part.type) {
    case types.user:
      return people();
    case types.role:
      return roles();
    case types.mentionable:
      return [...people(), ...roles()];
    case types.channel:
      return channels(part.channel_types);
    default:
      return part.options ?? [];
  }
}

const optionKinds = { 6: types.user, 7: types.channel, 8: types.role, 9: types.mentionable };

/** The same for a command's option, `null` for one that is typed. */
export function choicesForOption(option) {
  if (option.type === 5)
    return [
      { value: 'true', label: 'Yes' },
      { value: 'false', label: 'No' },
    ];
  const type = optionKinds[option.type];
  if (type) return choicesFor({ type, channel_types: option.channel_types });
  if (!option.choices?.length) return null;
  return option.choices.map(({ name, value }) => ({ value, label: name }));
}

export function isPicked(part, choice) {
  return (
    choice.default === true || (part.default_values ?? []).some(({ id }) => id === choice.value)
  );
}
