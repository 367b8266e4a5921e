import type { APIAttachment } from 'discord-api-types/v10';
import type { Id } from './model.ts';

/** An uploaded file. */
export interface UploadedFile {
  bytes: Buffer;
  contentType: string | null;
}

/** Where an upload's bytes stand on the attachment that a request's body describes; JSON leaves it out. */
export const uploadedBytes = Symbol('uploaded bytes');
export type DraftAttachment = Partial<APIAttachment> & { [uploadedBytes]?: Buffer };

/** The oldest is forgotten first. */
const mostFiles = 200;

/** The files of messages, as Discord's CDN has them: `/attachments/<channel>/<attachment>/<name>`. */
export class Files {
  /** Where they are served, without a slash at its end. */
  origin = 'https://files.invalid';
  private readonly byPath = new Map<string, UploadedFile>();

  /** Stores a file. Returns its address. */
  save(channelId: Id, attachmentId: Id, filename: string, file: UploadedFile | null): string {
    const path = `/attachments/${channelId}/${attachmentId}/${encodeURIComponent(filename)}`;
    if (file) this.byPath.set(path, file);
    const [oldest] = this.byPath.keys();
    if (this.byPath.size > mostFiles && oldest !== undefined) this.byPath.delete(oldest);
    return `${this.origin}${path}`;
  }

  get(path: string): UploadedFile | null {
    return this.byPath.get(path) ?? null;
  }
}

/** The size of a PNG, as Discord says it of pictures; nothing of another file. */
export function pictureSize(bytes: Buffer): Pick<APIAttachment, 'width' | 'height'> {
  const isPng = bytes.length >= 24 && bytes.subarray(0, 8).equals(pngSignature);
  return isPng ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : {};
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
