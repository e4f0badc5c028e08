// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing.Texts;

/// <summary>English sample texts, written for this library.</summary>
internal static class EnglishVocabulary
{
    public static SampleVocabulary Value { get; } = new()
    {
        Gap = " ",
        Templates =
        [
            [
                [
                    "You write a diverse set of task instructions that will serve as training data for a language model.",
                    "The tasks must differ as much as possible, so avoid repeating a verb or a subject.",
                    "Every instruction has to be answerable without pictures, sound or access to the web.",
                    "Give a short input after each instruction where one is needed, and none where it is not.",
                ],
                [
                    "Produce varied exercises from which a chatbot in development can be taught to follow orders.",
                    "Aim for breadth across the batch and start each exercise in another manner than the last.",
                    "Leave out whatever could only be solved by looking, listening or browsing.",
                    "Some exercises come with material to work on; append that material directly below them.",
                ],
                [
                    "Our neural assistant needs practice, so invent requests that real users could plausibly type.",
                    "No pair of requests should resemble each other in opening, length or field of knowledge.",
                    "Requests that depend on images, recordings or live information are useless to us here.",
                    "Attach sample content beneath a request whenever the request would be empty otherwise.",
                ],
                [
                    "Imagine hundreds of people with different errands and note down what each would order an assistant to do.",
                    "Mix professions, moods and degrees of difficulty until nothing in the collection sounds alike.",
                    "Anything beyond plain writing, such as drawing or searching online, stays outside the collection.",
                    "Where an errand refers to a document, compose a brief document and place it underneath.",
                ],
            ],
            [
                [
                    "Solve the exercise below and put every intermediate step on a line of its own.",
                    "Name the rule that justifies a step before you apply it.",
                    "Verify the outcome with a second method and state whether both methods agree.",
                    "Close with the bare outcome on the last line, behind the word RESULT.",
                ],
                [
                    "Work through the problem underneath as a careful tutor would at the blackboard.",
                    "For each transformation mention the theorem or convention that permits it.",
                    "Afterwards recalculate everything along another path and compare the two totals.",
                    "Finish your reply with a separate row that contains only the number, preceded by RESULT.",
                ],
                [
                    "Here comes a puzzle whose complete derivation interests me more than its answer.",
                    "Justify all manipulations explicitly, naming definitions and lemmas as they occur.",
                    "Once done, repeat the computation differently, then comment on any discrepancy.",
                    "The concluding row of your message reads RESULT and nothing except the value.",
                ],
                [
                    "Act as examiner and candidate together: derive the requested quantity with full bookkeeping.",
                    "Whenever an expression changes, cite the principle responsible for the change.",
                    "Run an independent cross-check at the end and report its verdict honestly.",
                    "Terminate with RESULT followed by the quantity, isolated from the remaining prose.",
                ],
            ],
            [
                [
                    "Read the passage and turn it into a conversation between a curious visitor and a patient guide.",
                    "The visitor asks at least four questions that build on the answers given before.",
                    "The guide answers from the passage only and admits it when the passage does not say.",
                    "Begin every turn on a new line with the name of the speaker.",
                ],
                [
                    "Transform the excerpt underneath into an interview with a newcomer and an experienced host.",
                    "Four or more enquiries should follow, each growing out of the previous reply.",
                    "Replies rest entirely upon the excerpt; missing details are openly acknowledged as missing.",
                    "Separate contributions by line breaks and prefix them with whoever is talking.",
                ],
                [
                    "Rewrite this short text as dialogue: someone who knows nothing talks with someone who knows it well.",
                    "Let the ignorant person dig deeper on every occasion, no fewer than four times.",
                    "Nothing outside the text may be claimed by the expert, who otherwise pleads ignorance.",
                    "Label utterances with roles, one utterance per row.",
                ],
                [
                    "Stage the paragraph below as a talk among two people, one asking, one explaining.",
                    "The asking person returns with follow-ups until four of them have been settled.",
                    "Explanations stay inside the paragraph, and gaps are confessed rather than filled.",
                    "Print the character's label first, then the sentence, and start afresh underneath.",
                ],
            ],
        ],
        Slots =
        [
            "Seed: {0} and {1}, batch {2}.",
            "Exercise {2}: a shop for {0} sells {3} pieces on Monday and twice as many on Friday. It began with {2}. How many pieces are left?",
            "{5} {6}",
        ],
        Things =
        [
            "sourdough bread", "tidal power", "wooden boats", "night trains", "beekeeping", "stained glass", "alpine hiking",
            "vintage radios", "rain gardens", "board games", "paper folding", "street photography", "ceramic glazes",
            "winter cycling", "city maps", "folk dances", "solar ovens", "medieval castles", "coffee roasting",
            "hand knitting", "river ferries", "botanical drawing", "old typewriters", "mountain huts", "bicycle repair",
            "urban foxes", "lighthouses", "chess openings", "cave paintings", "desert plants", "silk weaving", "ice hockey",
            "jazz trumpets", "kite flying", "glass blowing", "model railways", "orchard pruning", "reed baskets",
            "salt marshes", "puppet theatre",
        ],
        Questions =
        [
            "What should a beginner know about {0} before spending any money on {1}?",
            "Could you compare {0} with {1} for somebody who has little spare time?",
            "Why did {0} become popular in places where {1} had been common for years?",
            "My neighbour keeps talking about {0}, how is that connected with {1}?",
            "Can you plan a free weekend around {0} and a little {1} for two adults?",
            "Is it true that {0} and {1} were invented in the same century?",
            "Please write a friendly note that invites colleagues to an evening of {0} and {1}.",
            "Which museum would you visit to see {0} next to {1}?",
            "Help me explain {0} to a child who only cares about {1}.",
            "Give me three arguments for {0} and three against {1} in schools.",
            "How much storage room do {0} need compared to {1}?",
            "Suggest a title for an article on {0} that also mentions {1}.",
            "What goes wrong most often when people try {0} after {1}?",
            "I want to sell my collection of things about {0} and buy {1}, where do I start?",
            "Translate the phrase about {0} and {1} from my last mail into polite business language.",
            "Who are the best known people in {0}, and did any of them care for {1}?",
        ],
        Remarks =
        [
            "Budget is {2} euros.", "At most {2}.", "We are {3}.", "For my sister.", "Keep it short.", "Thanks!", "Tried {3} times.",
            "No jargon, please.", "Due on Thursday.", "Deadline is {3} May.",
        ],
        BankQuestions =
        [
            "Explain why {0} and {1} differ in the way they were first described.",
            "Describe the main property that separates {0} from {1}.",
            "What is the relation between {0} and {1}?",
            "List two conditions under which {0} can be replaced by {1}.",
            "How does {0} change when {1} is present?",
            "Give an example in which {0} leads to {1}.",
            "Name the principle that connects {0} with {1}.",
            "Which is discovered first in the history of the field, {0} or {1}?",
        ],
        BankThings =
        [
            [
                "osmotic pressure", "the partial pressure", "the boiling point", "a buffer solution", "the reaction rate",
                "an exothermic reaction", "the catalyst", "the equilibrium constant", "a weak acid", "a covalent bond",
                "the oxidation state", "the molar mass", "the activation energy", "a saturated solution",
            ],
            [
                "the separation of powers", "judicial review", "a constitutional court", "the legislative period",
                "a vote of confidence", "the federal budget", "the right of petition", "an electoral district",
                "proportional representation", "the rule of law", "a coalition agreement", "the head of state",
            ],
        ],
        Statements =
        [
            "The workshop for {0} opened in the year {2} and moved twice since.",
            "Most visitors come for {0}, although {1} pays the rent.",
            "Records kept by the owner show {3} deliveries of {0} in a single spring.",
            "After the flood, {0} had to share a roof with {1}.",
            "A local rule forbids the sale of {0} on market days.",
            "Nobody remembers who first brought {0} to the valley, but {1} followed soon.",
            "Letters from that winter praise {0} and complain about {1}.",
            "The last apprentice learned {0} in {3} months and left for the coast.",
        ],
        ProductSentences =
        [
            "You are the assistant inside {4}, an application for people who enjoy {0} and {1}.",
            "Speak for {4} only and never recommend the shops of its competitors.",
            "Members of {4} pay monthly, so mention their remaining credits when they ask for prices.",
            "Whenever a member of {4} reports an accident, give the emergency number first.",
            "Answers inside {4} have at most six sentences and end with an open question.",
        ],
        NameParts =
        [
            "brindle", "moor", "harrow", "quill", "tamber", "wick", "fennel", "stead", "lorrin", "gate", "marrow", "field",
            "sable", "crest", "thistle", "brook", "pender", "holt", "wexel", "ford",
        ],
    };
}
