import { hashOf, inFolder, type Recipe } from '../images/recipe.ts';

/** The image with Go in it, by what it is made from: the folder `go` of the node's recipe. */
export const goImage = (recipe: Recipe): string => `seatrial/go:${hashOf('go', inFolder(recipe, 'go'))}`;
