/** The card of a case in the moderators' channel. */
export const cards = {
  urgency: {
    critical: 'critical',
    high: 'high',
    normal: 'normal',
    low: 'low',
  },
  buttons: {
    remove: 'Remove',
    dismiss: 'Dismiss',
    escalate: 'Escalate',
    undo: 'Undo',
    viewInDiscord: 'View in Discord',
    viewOnSite: 'View on the publisher’s site',
  },
} as const;
