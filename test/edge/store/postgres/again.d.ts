/** A module that is loaded once more. */
declare module '*?on=postgres' {}
