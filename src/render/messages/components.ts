import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIContainerComponent,
  APISectionComponent,
  APISelectMenuComponent,
  APISeparatorComponent,
  APITextDisplayComponent,
} from 'discord-api-types/v10';
import { limits, truncate } from '../markdown/limits.ts';
import { cleanText } from '../markdown/clean-text.ts';

/** @see https://discord.com/developers/docs/components/reference */
const kind = {
  row: 1,
  button: 2,
  select: 3,
  section: 9,
  text: 10,
  separator: 14,
  container: 17,
} as const;
const styles = { primary: 1, secondary: 2, danger: 4, link: 5 } as const;

/** @see https://discord.com/developers/docs/resources/message#message-object-message-flags */
export const flag = {
  suppressEmbeds: 1 << 2,
  /** The message notifies nobody. */
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

/** An http(s) address no longer than `limit`, without user name and password; `null` for any other. */
export function webUrl(address: string | null, limit: number): string | null {
  if (address === null || address.length > limit || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  return url.href.length > limit ? null : url.href;
}

/** Empty if Discord would refuse the address on a button. */
export function linkButton(label: string, address: string | null): APIButtonComponent[] {
  const url = webUrl(address, limits.buttonUrl);
  return url === null
    ? []
    : [{ type: kind.button, style: styles.link, label: labelled(label), url }];
}

/** Empty if Discord would refuse the `custom_id`. */
export function actionButton(
  label: string,
  customId: string,
  style: Exclude<keyof typeof styles, 'link'>,
  disabled = false,
): APIButtonComponent[] {
  if (customId.length > limits.customId) return [];
  return [
    {
      type: kind.button,
      style: styles[style],
      label: labelled(label),
      custom_id: customId,
      disabled,
    },
  ];
}

function labelled(label: string): string {
  return truncate(cleanText(label), limits.buttonLabel);
}

/** One row, or none without buttons. */
export function row(
  ...buttons: APIButtonComponent[][]
): APIActionRowComponent<APIButtonComponent>[] {
  const components = buttons.flat().slice(0, 5);
  return components.length === 0 ? [] : [{ type: kind.row, components }];
}

/** A row with a menu to choose one of at most 25; labels and descriptions are ours. */
export function selectMenu(
  customId: string,
  placeholder: string,
  options: readonly { value: string; label: string; description: string }[],
): APIActionRowComponent<APISelectMenuComponent> {
  const menu = { type: kind.select, custom_id: customId, placeholder, options: [...options] };
  return { type: kind.row, components: [menu] };
}

export function textDisplay(content: string): APITextDisplayComponent {
  return { type: kind.text, content };
}

/** A text with a button beside it; the text alone when there is no button. */
export function section(
  content: string,
  [button]: APIButtonComponent[],
): APISectionComponent | APITextDisplayComponent {
  const text = textDisplay(content);
  return button ? { type: kind.section, components: [text], accessory: button } : text;
}

export function container(
  accentColor: number,
  components: APIComponentInContainer[],
): APIContainerComponent {
  return { type: kind.container, accent_color: accentColor, components };
}

export const separator: APISeparatorComponent = { type: kind.separator };
