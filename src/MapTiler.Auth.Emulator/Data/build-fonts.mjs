// Writes the three faces of Noto Sans with only the characters that labels of maps have.
//
//   npm ci && npm run build
//
// Source: @expo-google-fonts/noto-sans, which holds the font files of Google Fonts (OFL 1.1).

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subset from 'subset-font';

const require = createRequire(import.meta.url);
const Package = '@expo-google-fonts/noto-sans';
const Faces = { Regular: '400Regular/NotoSans_400Regular', Bold: '700Bold/NotoSans_700Bold', Italic: '400Regular_Italic/NotoSans_400Regular_Italic' };

// Latin with its extensions A and B, modifiers, accents, Greek, Cyrillic, Vietnamese, punctuation and currencies.
const Ranges = [[0x20, 0x7e], [0xa0, 0x24f], [0x2b0, 0x36f], [0x370, 0x3ff], [0x400, 0x52f], [0x1e00, 0x1eff], [0x2000, 0x206f], [0x20a0, 0x20bf], [0x2116, 0x2122]];
const text = Ranges.map(([first, last]) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i))).join('');

for (const [face, path] of Object.entries(Faces)) {
  const font = await subset(readFileSync(require.resolve(`${Package}/${path}.ttf`)), text, { targetFormat: 'truetype' });
  writeFileSync(new URL(`NotoSans-${face}.ttf`, import.meta.url), font);
  console.log(`NotoSans-${face}.ttf: ${font.length} bytes`);
}

copyFileSync(require.resolve(`${Package}/LICENSE_FONT`), new URL('NotoSans-OFL.txt', import.meta.url));
