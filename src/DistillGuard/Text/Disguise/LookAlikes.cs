// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;

namespace DistillGuard.Text.Disguise;

/// <summary>Which characters stand for which others: compatibility forms, accented letters, and look-alikes of other scripts.</summary>
/// <remarks>
/// Read once from <c>look-alikes.txt</c>, an embedded resource, and not from the runtime's Unicode data: that leaves normalisation undone
/// where there is no ICU, and rules must match alike everywhere. About 0.2 MB. Immutable; safe on any thread.
/// </remarks>
internal sealed class LookAlikes
{
    private const string Resource = "DistillGuard.Text.look-alikes.txt";

    private readonly CharacterKind[] _kinds = new CharacterKind[char.MaxValue + 1];
    private readonly Dictionary<int, CharacterKind> _astralKinds = [];
    private readonly Dictionary<int, int[]> _plain = [];
    private readonly Dictionary<int, int> _latin = [];
    private readonly Dictionary<int, int> _cyrillic = [];
    private readonly Dictionary<int, int> _greek = [];

    private LookAlikes(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            Read(line);
        }

        for (int code = 0; code < _kinds.Length; code++)
        {
            _kinds[code] = Classify(code);
        }

        foreach (int code in _plain.Keys.Where(code => code > char.MaxValue))
        {
            _astralKinds[code] = Classify(code);
        }
    }

    /// <summary>The table.</summary>
    public static LookAlikes Table { get; } = Load();

    /// <summary>What each character below U+10000 is.</summary>
    public ReadOnlySpan<CharacterKind> Kinds => _kinds;

    /// <summary>What a character is.</summary>
    public CharacterKind KindOf(int code)
    {
        if (code <= char.MaxValue)
        {
            return _kinds[code];
        }

        return _astralKinds.GetValueOrDefault(code);
    }

    /// <summary>What a character of kind <see cref="CharacterKind.Plain"/> stands for; empty when it disappears.</summary>
    public ReadOnlySpan<int> PlainOf(int code) => _plain[code];

    /// <summary>The letter of a script that a letter of another looks like, or 0.</summary>
    public int TwinOf(int code, WordScript script) => script switch
    {
        WordScript.Latin => _latin.GetValueOrDefault(code),
        WordScript.Cyrillic => _cyrillic.GetValueOrDefault(code),
        WordScript.Greek => _greek.GetValueOrDefault(code),
        _ => 0,
    };

    private static LookAlikes Load()
    {
        using Stream stream = typeof(LookAlikes).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return new LookAlikes(reader);
    }

    private static int Hex(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static (int First, int Last) Span(string range)
    {
        int dash = range.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (Hex(range), Hex(range)) : (Hex(range.AsSpan(0, dash)), Hex(range.AsSpan(dash + 1)));
    }

    private void Read(string line)
    {
        string[] words = line.Split(' ');
        switch (words[0])
        {
            case "drop":
                foreach ((int first, int last) in words.Skip(1).Select(Span))
                {
                    for (int code = first; code <= last; code++)
                    {
                        _plain[code] = [];
                    }
                }

                break;
            case "plain":
                foreach (string entry in words.Skip(1))
                {
                    ReadPlain(entry.Split('>'));
                }

                break;
            case "latin":
                ReadTwins(words, _latin);
                break;
            case "cyrillic":
                ReadTwins(words, _cyrillic);
                break;
            case "greek":
                ReadTwins(words, _greek);
                break;
            default:
                break; // a comment
        }
    }

    private void ReadPlain(string[] entry)
    {
        (int first, int last) = Span(entry[0]);
        int[] target = [.. entry[1].Split('+').Select(code => Hex(code))];
        for (int code = first; code <= last; code++)
        {
            _plain[code] = target.Length > 1 ? target : [target[0] + code - first];
        }
    }

    private static void ReadTwins(string[] words, Dictionary<int, int> twins)
    {
        string[] first = words[1].Split('>');
        int letter = Hex(first[0]);
        foreach (string source in words.Skip(2).Prepend(first[1]).Where(source => source.Length > 0))
        {
            twins.TryAdd(Hex(source), letter);
        }
    }

    private CharacterKind Classify(int code)
    {
        if (_plain.TryGetValue(code, out int[]? plain))
        {
            return CharacterKind.Plain | (plain.Length == 0 ? CharacterKind.Mark : ClassifyPlain(plain[0]));
        }

        return ClassifyPlain(code);
    }

    private CharacterKind ClassifyPlain(int code)
    {
        if (IsMark(code))
        {
            return CharacterKind.Mark | (IsAccent(code) ? CharacterKind.Plain : CharacterKind.None);
        }

        if (!Rune.TryCreate(code, out Rune rune) || !Rune.IsLetter(rune))
        {
            return CharacterKind.None;
        }

        var script = code switch
        {
            < 0x250 or (>= 0x1E00 and < 0x1F00) => WordScript.Latin,
            (>= 0x370 and < 0x400) or (>= 0x1F00 and < 0x2000) => WordScript.Greek,
            >= 0x400 and < 0x530 => WordScript.Cyrillic,
            (>= 0x530 and < 0x590) or (>= 0x13A0 and < 0x1400) => WordScript.Other,
            _ => WordScript.None,
        };
        Dictionary<int, int> twins = script == WordScript.Latin ? _cyrillic : _latin;
        CharacterKind twin = script != WordScript.None && twins.ContainsKey(code) ? CharacterKind.Twin : CharacterKind.None;
        return CharacterKind.Letter | (CharacterKind)script | twin;
    }

    /// <summary>Accents that can be put on any letter. Vowel signs of other scripts are letters' other half and stay.</summary>
    public static bool IsAccent(int code) => code
        is (>= 0x300 and <= 0x36F) or (>= 0x483 and <= 0x489) or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF)
        or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE20 and <= 0xFE2F) or 0x3099 or 0x309A;

    private static bool IsMark(int code) => IsAccent(code) || (Rune.TryCreate(code, out Rune rune) && Scripts.IsMark(rune));
}
