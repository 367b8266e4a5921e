import type { MessageBody } from '../../core/delivery/message-body.ts';
import { hash30 } from '../../text/hash.ts';
import { limits } from '../markdown/limits.ts';
import { fingerprint, type Recognisable } from './fingerprint.ts';

/** Marks are above the ids that Discord gives to components itself, which count from 1. */
const leastMark = 2 ** 30;

/** Digits that nobody sees: characters of no width that Discord stores as they are. */
const digits = ['\u200B', '\u200C', '\u200D'];
const digitCount = 20;
const markInText = new RegExp(`[${digits.join('')}]{${digitCount}}$`, 'u');

/** How much room a mark takes in a message's text. */
export const markLength = digitCount;

/**
 * What tells one message of ours from all others, whatever its words are: 31 bits from its key and
 * generation.
 */
export function markFor({ key, generation }: { key: string; generation: number }): number {
  return leastMark + hash30(`mark:${key}#${generation}`);
}

/**
 * The body with its mark: the `id` of its first component, which Discord returns, or else characters
 * without width at the end of its text. A text that is too long stays without one.
 * @see https://discord.com/developers/docs/components/reference#anatomy-of-a-component
 */
export function withMark(body: MessageBody, mark: number): MessageBody {
  const [first, ...others] = body.components ?? [];
  if (first) return { ...body, components: [{ ...first, id: mark }, ...others] };
  const content = (body.content ?? '') + written(mark);
  return content.length > limits.content ? body : { ...body, content };
}

/**
 * Whether a message in Discord is the one with this body and mark. One that an earlier version
 * posted has no mark: it is known by its buttons, its address or its words.
 */
export function isMessageOf(
  message: Recognisable,
  body: MessageBody | null,
  mark: number,
): boolean {
  const found = markIn(message);
  if (found !== null) return found === mark;
  return body !== null && fingerprint(message) === fingerprint(body);
}

/** The mark of a message in Discord; `null` for one without. */
export function markIn({ components, content }: Recognisable): number | null {
  const [first] = components ?? [];
  if (typeof first === 'object' && first !== null && 'id' in first) {
    return typeof first.id === 'number' && first.id >= leastMark ? first.id : null;
  }
  const [text] = markInText.exec(content ?? '') ?? [];
  return text === undefined ? null : readMark(text);
}

function written(mark: number): string {
  const ternary = mark.toString(digits.length).padStart(digitCount, '0');
  return Array.from(ternary, (digit) => digits[Number(digit)]).join('');
}

function readMark(text: string): number {
  const ternary = Array.from(text, (character) => digits.indexOf(character)).join('');
  return Number.parseInt(ternary, digits.length);
}
