/** The forms that a text of a lab may have to have; each is told in words of its own. */
export const notBlank = /\S/;

/** `first-step` */
export const slugForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
