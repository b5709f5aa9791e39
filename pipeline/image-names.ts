/** Which files are images, by their names; AVIF is looked at to be refused. */
export const imageName = /\.(?:avif|gif|jpe?g|png|svgz?|webp)$/i;
