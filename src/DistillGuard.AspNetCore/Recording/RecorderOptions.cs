// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Where traffic is recorded, what of it, and how much at most.</summary>
public sealed class RecorderOptions : IGuardOptions
{
    /// <summary>Fewest bytes of <see cref="Key"/>.</summary>
    public const int LeastKeyBytes = 16;

    /// <summary>The folder for the log files; made if need be. Required.</summary>
    public string Folder { get; set; } = string.Empty;

    /// <summary>What stands for texts. Default: keyed hashes.</summary>
    public RecordedTexts Texts { get; set; }

    /// <summary>What stands for identities. Default: keyed hashes.</summary>
    public RecordedIdentities Identities { get; set; }

    /// <summary>
    /// The secret of the hashes, at least 16 bytes; another than the guard's, so that who may read logs need not know that one. Required unless texts are
    /// kept or omitted and identities given as they are. Logs of one key can be replayed together.
    /// </summary>
    public ReadOnlyMemory<byte> Key { get; set; }

    /// <summary>Bytes of a file, from which on a new one is begun; each day begins one, too. 4,096 to 4 GiB; default 64 MiB.</summary>
    public long MaxFileBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Files kept; of more, the oldest are deleted. 1 to 100,000; default 64.</summary>
    public int MaxFiles { get; set; } = 64;

    /// <summary>Whether a file is compressed with gzip when it is full. Default: yes.</summary>
    public bool Compress { get; set; } = true;

    /// <summary>
    /// How long a line waits for those of requests that arrived before it: answers take their time, and the log is in the order of arrival. What takes
    /// longer is written late and counted. Zero to one hour; default one minute. A crash loses what waits.
    /// </summary>
    public TimeSpan ReorderWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Exchanges that may be under way or wait to be written; more are not recorded, and counted. 16 to 1,048,576; default 16,384.</summary>
    public int MaxExchanges { get; set; } = 16_384;

    /// <summary>Bytes of bodies held until their exchange is over and written; more are not recorded, and counted. 64 KiB to 4 GiB; default 64 MiB.</summary>
    public long MaxHeldBytes { get; set; } = 64 * 1024 * 1024;

    internal bool NeedsKey => Texts == RecordedTexts.Hashed || Identities == RecordedIdentities.Hashed;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange("Recorder." + nameof(MaxFileBytes), MaxFileBytes, 4_096, 4L * 1024 * 1024 * 1024);
        problems.CheckRange("Recorder." + nameof(MaxFiles), MaxFiles, 1, 100_000);
        problems.CheckRange("Recorder." + nameof(ReorderWindow), ReorderWindow, TimeSpan.Zero, TimeSpan.FromHours(1));
        problems.CheckRange("Recorder." + nameof(MaxExchanges), MaxExchanges, 16, 1_048_576);
        problems.CheckRange("Recorder." + nameof(MaxHeldBytes), MaxHeldBytes, 64 * 1024, 4L * 1024 * 1024 * 1024);
        problems.CheckRange("Recorder." + nameof(Texts), (int)Texts, 0, (int)RecordedTexts.Kept);
        problems.CheckRange("Recorder." + nameof(Identities), (int)Identities, 0, (int)RecordedIdentities.AsGiven);
        if (string.IsNullOrWhiteSpace(Folder))
        {
            problems.Add($"Recorder.{nameof(Folder)} is empty; give the path of the folder for the log files.");
        }

        if (NeedsKey && Key.Length < LeastKeyBytes)
        {
            problems.Add($"Recorder.{nameof(Key)} has {Key.Length} bytes; texts or identities are hashed, so it must have at least {LeastKeyBytes}. Generate it once with a cryptographic random generator.");
        }
    }
}
