/** A fencing token: each new lease has a higher number, and only the newest one may write. */
export type Fence = number;
