import type { Element } from "xast";
import { direction } from "../../direction.js";
import type { Metadata } from "../../publication.js";
import { guide } from "./guide.js";
import type { Landmark } from "./landmarks.js";
import { toXmlDocument, x } from "./xml.js";

/** A publication resource, as the manifest lists it. */
export interface ManifestItem {
  readonly id: string;
  /** Relative to the package document. */
  readonly href: string;
  readonly mediaType: string;
  /** `nav`, `cover-image`, `svg`, `mathml`. */
  readonly properties?: string;
}

/** What a package document is made of. */
export interface PackageParts {
  readonly metadata: Metadata;
  /** The `metadata` element. */
  readonly description: Element;
  readonly manifest: readonly ManifestItem[];
  /** Manifest ids in reading order. */
  readonly spine: readonly string[];
  readonly landmarks: readonly Landmark[];
}

/** Write the package document (EPUB 3.3, "Package document"). */
export function packageDocument({ metadata, description, manifest, spine, landmarks }: PackageParts): string {
  const { language } = metadata;
  const dir = direction(language);
  return toXmlDocument(
    x(
      "package",
      {
        xmlns: "http://www.idpf.org/2007/opf",
        version: "3.0",
        "unique-identifier": "publication-id",
        "xml:lang": language,
        dir,
      },
      description,
      x("manifest", {}, manifest.map(item)),
      x(
        "spine",
        { toc: "ncx", "page-progression-direction": dir },
        spine.map((idref) => x("itemref", { idref })),
      ),
      guide(landmarks),
    ),
  );
}

function item({ id, href, mediaType, properties }: ManifestItem): Element {
  return x("item", { id, href, "media-type": mediaType, properties });
}
