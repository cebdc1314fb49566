// Texts of our own for the journeys.

export const STORY = `Council votes to keep its last ferry

HARLINGFORD, March 3 (Coast Wire) - The town council of Harlingford voted on Tuesday to keep its last ferry running, after residents packed the hall for a third night.

“Nobody here wants a bridge,” Mayor Oona Whitlock told reporters outside the hall. “We want the boat, and we want it on time.”

Whitlock said that the council would find 240,000 pounds for the ferry by the end of the year.

Sir Desmond Achebe, who chairs the Harlingford Harbour Trust, called the vote “a good night for stubborn people.” He said it would meet again next week.

The Transport Authority of Wales did not answer a request for comment.`;

export const STORY_PEOPLE = ["Oona Whitlock", "Desmond Achebe"];

// Words that stand in no file of the site: none may be seen outside the page.
export const STORY_WORDS = ["Harlingford", "Whitlock", "Achebe", "stubborn"];

const PARAGRAPHS = [
  (n) => `Ministers in district ${n} met on Monday to discuss the price of grain, which rose by ${1 + (n % 9)} percent in January.`,
  (n) => `“We have counted every sack in store number ${n},” said Pieter Vandermolen, who runs the Northern Grain Board. “There are not enough.”`,
  () => `Vandermolen said that farmers in Poland and Canada had been asked for help, and that Warsaw had agreed.`,
  (n) => `Amara Okonjo, a baker in Lagos, said she “could not promise bread” after week ${n}.`,
  () => `The European Union and the World Bank declined to comment. A German official said a decision would come next week.`,
];

// A story of about so many letters, made of paragraphs that differ.
export function long(letters) {
  const paragraphs = ["Grain is short in the north, and prices climb"];
  let size = 0;
  for (let n = 0; size < letters; n += 1) {
    const paragraph = PARAGRAPHS[n % PARAGRAPHS.length](n);
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return paragraphs.join("\n\n");
}

// A story with a mark of every kind, a report within a report, a subheading and a quotation that nobody says.
export const DATED_STORY = `Harlingford ferry may sail again by June

By Maud Ellery and Tom Pascoe

HARLINGFORD, Wales, March 3, 2031 (Coast Wire) - Mayor Oona Whitlock said on Monday that the Harbour Trust had told her “the boat will sail by June 9”, and that she believed it.

The Welsh Government said the Treasury would publish its plan for the crossing next week. She hoped for 240,000 pounds by the end of the year.

‘It is a boat, not a bridge’

Sir Desmond Achebe, who chairs the Harlingford Harbour Trust, called the vote “a good night for stubborn people”. On Tuesday he said that Whitlock had promised him that the Trust would keep its pier.

“Nobody asked the fishermen.”

“Osman Keel and I have sailed here for thirty years,” Ines Keel, of the Coble Society, said on Friday. “She opened the ‘Long Pier’ in 2011, and it was full by noon.”

“Bring back the boat!” was chanted outside the hall until midnight.

The Pier Gazette, which won the Press Cup in 2029, wrote that two councillors wanted the ferry gone.`;
