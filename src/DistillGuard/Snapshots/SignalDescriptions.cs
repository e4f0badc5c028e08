// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Snapshots;

/// <summary>The descriptions of the signals in a snapshot, each written out where it occurs first. Not thread-safe.</summary>
/// <remarks>So a finding is explained in the words with which it was made, whatever a later version would say.</remarks>
internal sealed class SignalDescriptions
{
    private const int MostReferences = 1_000;

    private readonly Dictionary<SignalInfo, int> _numbers = [];
    private readonly List<SignalInfo> _known = [];

    public void Save(SnapshotWriter writer, ReadOnlySpan<Signal> signals)
    {
        writer.Write(signals.Length);
        foreach (ref readonly Signal signal in signals)
        {
            Save(writer, signal.Info);
            writer.WriteAll<float>([signal.Weight, signal.Measure, signal.Limit]);
            writer.Write(signal.Tag);
        }
    }

    public Signal[] Load(SnapshotReader reader)
    {
        var signals = new Signal[reader.ReadCount(SignalBuffer.Capacity, "signals of a group")];
        for (int i = 0; i < signals.Length; i++)
        {
            SignalInfo info = LoadInfo(reader);
            signals[i] = new Signal(info, reader.Read<float>(), reader.Read<float>(), reader.Read<float>(), reader.Read<SignalTag>());
        }

        return signals;
    }

    private void Save(SnapshotWriter writer, SignalInfo info)
    {
        bool isKnown = _numbers.TryGetValue(info, out int number);
        writer.Write(isKnown ? number : _known.Count);
        if (isKnown)
        {
            return;
        }

        _numbers.Add(info, _known.Count);
        _known.Add(info);
        writer.WriteText(info.Id);
        writer.WriteText(info.Title);
        writer.Write(info.Family);
        writer.WriteText(info.Reason);
        writer.WriteText(info.Innocent);
        writer.Write(info.IsPolicy);
        writer.Write(info.IsConclusive);
        writer.Write(info.References.Count);
        foreach (string reference in info.References)
        {
            writer.WriteText(reference);
        }
    }

    private SignalInfo LoadInfo(SnapshotReader reader)
    {
        int number = reader.ReadCount(_known.Count, "descriptions before this one");
        if (number < _known.Count)
        {
            return _known[number];
        }

        var info = new SignalInfo
        {
            Id = reader.ReadText(),
            Title = reader.ReadText(),
            Family = reader.Read<SignalFamily>(),
            Reason = reader.ReadText(),
            Innocent = reader.ReadText(),
            IsPolicy = reader.Read<bool>(),
            IsConclusive = reader.Read<bool>(),
            References = ReadReferences(reader),
        };
        _known.Add(info);
        return info;
    }

    private static string[] ReadReferences(SnapshotReader reader)
    {
        string[] references = new string[reader.ReadCount(MostReferences, "references of a signal")];
        for (int i = 0; i < references.Length; i++)
        {
            references[i] = reader.ReadText();
        }

        return references;
    }
}
