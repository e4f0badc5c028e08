// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;
using DistillGuard.Support;

namespace DistillGuard.Groups;

/// <summary>Exchanges as the analysis plane takes them in, by readable names.</summary>
internal static class GroupTraffic
{
    /// <summary>The key of a name: of an account, an organization, a piece or a link.</summary>
    public static ulong Key(string name)
    {
        ulong hash = 14695981039346656037;
        foreach (char letter in name)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }

    public static SubjectKey Account(string name) => new(Key(name), ~Key(name));

    /// <summary>An exchange some seconds after the samples' start.</summary>
    public static ExchangeRecord Record(string account, string organization, double seconds, ulong text, params ReadOnlySpan<string> pieces)
    {
        var record = new ExchangeRecord
        {
            Account = Account(account),
            Organization = Key(organization),
            Ticks = Samples.Start.AddSeconds(seconds).UtcTicks,
            Text = text,
        };
        foreach (string piece in pieces)
        {
            record.Pieces.Add(Key(piece));
        }

        return record;
    }

    /// <summary>Sends a piece from an account twice, with two different texts.</summary>
    public static void Vary(this GroupMemory memory, string account, string organization, double seconds, params ReadOnlySpan<string> pieces)
    {
        memory.Take(Record(account, organization, seconds, 1, pieces));
        memory.Take(Record(account, organization, seconds, 2, pieces));
    }

    /// <summary>Makes a piece known to two organizations, so that from then on its senders are noted.</summary>
    public static void Share(this GroupMemory memory, double seconds, params ReadOnlySpan<string> pieces)
    {
        memory.Take(Record("first sender", "first sender", seconds, 1, pieces));
        memory.Take(Record("second sender", "second sender", seconds, 1, pieces));
    }

    public static bool IsLink(this GroupMemory memory, string piece) =>
        memory.Pieces.Find(Key(piece)) is >= 0 and int index && memory.LinkPieces.Contains(index) && memory.Pieces[index].IsLink;

    public static bool Remembers(this GroupMemory memory, string account) => memory.Accounts.Find(Key(account)) >= 0;

    /// <summary>The accounts that varied a piece, in hexadecimal.</summary>
    public static IReadOnlyList<SubjectKey> VariedBy(this GroupMemory memory, string piece)
    {
        var accounts = new List<SubjectKey>();
        int index = memory.Pieces.Find(Key(piece));
        for (int next = index < 0 ? 0 : memory.Pieces[index].Memberships; next != 0; next = memory.Memberships[next - 1].NextOfPiece)
        {
            if (memory.Memberships[next - 1].IsVaried)
            {
                accounts.Add(memory.Accounts[memory.Memberships[next - 1].Account].Key);
            }
        }

        return accounts;
    }
}
