// SPDX-License-Identifier: MIT

namespace DistillGuard.Text;

/// <summary>Builds <see cref="PhraseStates"/>: the tree of phrases, the failure links, then the full table.</summary>
internal sealed class PhraseStatesBuilder
{
    private const int Missing = -1;

    private readonly IReadOnlyList<byte[]> _phrases;
    private readonly byte[] _columns = new byte[256];
    private readonly int _width;
    private readonly List<int> _children = [];
    private readonly List<List<ushort>?> _ends = [];

    public PhraseStatesBuilder(IReadOnlyList<byte[]> phrases)
    {
        _phrases = phrases;
        int columns = 1; // column 0 is for bytes that no phrase uses
        foreach (byte[] phrase in phrases)
        {
            foreach (byte value in phrase)
            {
                if (_columns[value] == 0)
                {
                    // Thirteen byte values never occur in UTF-8, so the number of a column fits a byte.
                    _columns[value] = checked((byte)columns++);
                }
            }
        }

        _width = columns;
    }

    public PhraseStates Build()
    {
        AddState();
        for (int i = 0; i < _phrases.Count; i++)
        {
            AddPhrase(_phrases[i], (ushort)i);
        }

        List<int> order = Link();
        return Renumber(order);
    }

    private void AddState()
    {
        if (_ends.Count == PhraseStates.MostStates)
        {
            throw new ArgumentException($"The phrases need more than {PhraseStates.MostStates} states.");
        }

        for (int i = 0; i < _width; i++)
        {
            _children.Add(Missing);
        }

        _ends.Add(null);
    }

    private void AddPhrase(byte[] phrase, ushort id)
    {
        int state = 0;
        foreach (byte value in phrase)
        {
            int edge = (state * _width) + _columns[value];
            if (_children[edge] == Missing)
            {
                _children[edge] = _ends.Count;
                AddState();
            }

            state = _children[edge];
        }

        (_ends[state] ??= []).Add(id);
    }

    /// <summary>Fills in the missing transitions level by level and gives the states in that order.</summary>
    private List<int> Link()
    {
        var failures = new int[_ends.Count];
        List<int> order = [0];
        for (int next = 0; next < order.Count; next++)
        {
            int state = order[next];
            int failure = failures[state];
            if (state != 0 && _ends[failure] is { } inherited)
            {
                (_ends[state] ??= []).AddRange(inherited);
            }

            for (int column = 0; column < _width; column++)
            {
                int edge = (state * _width) + column;
                int fallback = state == 0 ? 0 : _children[(failure * _width) + column];
                if (_children[edge] == Missing)
                {
                    _children[edge] = fallback;
                    continue;
                }

                failures[_children[edge]] = fallback;
                order.Add(_children[edge]);
            }
        }

        return order;
    }

    private PhraseStates Renumber(List<int> order)
    {
        List<int> ends = order.FindAll(state => _ends[state] is not null);
        order.RemoveAll(state => _ends[state] is not null);
        int firstEnd = order.Count;
        order.AddRange(ends);

        var numbers = new ushort[order.Count];
        for (int i = 0; i < order.Count; i++)
        {
            numbers[order[i]] = (ushort)i;
        }

        var transitions = new ushort[order.Count * _width];
        for (int i = 0; i < order.Count; i++)
        {
            for (int column = 0; column < _width; column++)
            {
                transitions[(i * _width) + column] = numbers[_children[(order[i] * _width) + column]];
            }
        }

        var starts = new int[ends.Count + 1];
        List<ushort> phrases = [];
        for (int i = 0; i < ends.Count; i++)
        {
            phrases.AddRange(_ends[ends[i]]!);
            starts[i + 1] = phrases.Count;
        }

        return new PhraseStates(transitions, _columns, _width, firstEnd, [.. phrases], starts);
    }
}
