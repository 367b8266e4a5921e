export interface FetchResponse {
  status: number;
  /** Names in lower case; several values of one name joined by ", ". */
  headers: Record<string, string>;
  /** Decompressed. Empty on a 304. */
  body: Uint8Array;
  /** The address that answered, after redirects. */
  url: string;
  /**
   * The address to ask from now on: where the permanent redirects (301, 308) lead, up to the first
   * temporary one. `null` when the first answer was no permanent redirect.
   */
  permanentUrl: string | null;
}

export interface FetchRequest {
  url: string;
  accept: string;
  headers?: Record<string, string>;
  /** Sent as a form, with POST. Then no redirect is followed. */
  form?: Readonly<Record<string, string>>;
  /** Sent as JSON, with POST. Then no redirect is followed. */
  json?: string;
  /** Counted after decompression. */
  maxBytes: number;
  /** For the whole exchange, including redirects and body. */
  timeoutMs: number;
  /**
   * How long it may wait for its turn at a busy host, which `timeoutMs` does not count; after that it
   * is a `FetchError` with the fault `busy`. Without a limit when missing.
   */
  queueMs?: number;
}

/** Answers 200 to 299 and 304; everything else is a `FetchError`. */
export type Fetcher = (request: FetchRequest, signal: AbortSignal) => Promise<FetchResponse>;
