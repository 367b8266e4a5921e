/** A lease's number: what was claimed under it may only be changed while it is the newest. */
export type Fence = number;
