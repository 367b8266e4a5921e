export interface FetchResponse {
  status: number;
  /** Names in lower case; several values of one name joined by ", ". */
  headers: Record<string, string>;
  /** Decompressed. Empty on a 304. */
  body: Uint8Array;
  /** The address that answered, after redirects. */
  url: string;
  /**
   * Where the redirects that are for good (301, 308) lead, up to the first that is not: the address
   * to ask from now on. `null` when the first answer was none of them.
   */
  permanentUrl: string | null;
}

export interface FetchRequest {
  url: string;
  accept: string;
  headers?: Record<string, string>;
  /** Counted after decompression. */
  maxBytes: number;
  /** Over the whole exchange, redirects and body included. */
  timeoutMs: number;
}

/** Answers 200 to 299 and 304; everything else is a `FetchError`. */
export type Fetcher = (request: FetchRequest, signal: AbortSignal) => Promise<FetchResponse>;
