// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Benchmarks.Peers;

/// <summary>
/// The automaton of the textbook (Aho and Corasick, 1975), made dense: one look-up a byte, in a table of bytes that behave alike. ASCII
/// letters are equal in either case; nothing else is folded.
/// </summary>
/// <remarks>Written here, because the packages that offer it could not be had when this was measured. They are no faster: the look-ups form one chain.</remarks>
internal sealed class AhoCorasickPeer
{
    private const int Root = 0;
    private const int None = -1;

    private readonly byte[] _classOf = new byte[256];
    private readonly int[] _next;
    private readonly int[] _phraseAt;
    private readonly int[] _shorter;
    private readonly int _classes;

    public AhoCorasickPeer(IReadOnlyList<string> phrases)
    {
        byte[][] folded = [.. phrases.Select(phrase => Encoding.UTF8.GetBytes(phrase).Select(Lower).ToArray())];
        _classes = 1;
        foreach (byte value in folded.SelectMany(phrase => phrase).Distinct())
        {
            _classOf[value] = checked((byte)_classes++);
        }

        for (int letter = 'A'; letter <= 'Z'; letter++)
        {
            _classOf[letter] = _classOf[letter | 0x20];
        }

        int states = 1 + folded.Sum(phrase => phrase.Length);
        _next = new int[states * _classes];
        _phraseAt = new int[states];
        _shorter = new int[states];
        Array.Fill(_phraseAt, None);
        AddPhrases(folded);
        CompleteTransitions(states);
        PhraseCount = phrases.Count;
    }

    /// <summary>Number of phrases.</summary>
    public int PhraseCount { get; }

    /// <summary>Marks every phrase that occurs, and tells how many do. Marks of before stay.</summary>
    public int Find(ReadOnlySpan<byte> text, Span<bool> found)
    {
        int count = 0;
        int state = Root;
        foreach (byte value in text)
        {
            state = _next[(state * _classes) + _classOf[value]];
            for (int at = state; at != Root; at = _shorter[at])
            {
                if (_phraseAt[at] is var phrase and not None && !found[phrase])
                {
                    found[phrase] = true;
                    count++;
                }
            }
        }

        return count;
    }

    private static byte Lower(byte value) => value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value;

    private void AddPhrases(byte[][] phrases)
    {
        int last = Root;
        for (int i = 0; i < phrases.Length; i++)
        {
            int state = Root;
            foreach (byte value in phrases[i])
            {
                ref int next = ref _next[(state * _classes) + _classOf[value]];
                next = next == Root ? ++last : next;
                state = next;
            }

            _phraseAt[state] = _phraseAt[state] == None
                ? i
                : throw new ArgumentException($"The phrases {_phraseAt[state]} and {i} are the same.", nameof(phrases));
        }
    }

    // Breadth first: what is not in the tree goes where the longest shorter beginning goes. A state's chain of shorter ones holds those with a phrase only.
    private void CompleteTransitions(int states)
    {
        int[] failure = new int[states];
        var waiting = new Queue<int>(_next.Take(_classes).Where(state => state != Root));
        while (waiting.TryDequeue(out int state))
        {
            int other = failure[state];
            _shorter[state] = _phraseAt[other] != None ? other : _shorter[other];
            for (int i = 0; i < _classes; i++)
            {
                ref int next = ref _next[(state * _classes) + i];
                int target = _next[(other * _classes) + i];
                if (next == Root)
                {
                    next = target;
                }
                else
                {
                    failure[next] = target;
                    waiting.Enqueue(next);
                }
            }
        }
    }
}
