/**
 * How hook and bridge meet: the hook hands one end of a MessageChannel to the bridge in a synchronous event, before
 * any script of the page has run. Which of the two starts first is not specified, so the bridge also calls for it.
 * The names are no secret: whoever else takes part can only see or claim what the page itself did.
 */
export const PORT_EVENT = 'claimcheck:port';
export const CALL_EVENT = 'claimcheck:call';
