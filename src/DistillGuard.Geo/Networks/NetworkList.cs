// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Networks;

/// <summary>Networks of one kind that an operator names: data centres, relays or Tor exits. Immutable; safe on any thread.</summary>
/// <remarks>
/// None is embedded: such lists are stale within days. Plain text, one address or CIDR network a line, <c>#</c> begins a
/// comment. Load again and swap the detector's resolver to refresh.
/// </remarks>
public sealed class NetworkList
{
    private const NetworkKind Allowed = NetworkKind.Hosting | NetworkKind.Relay | NetworkKind.Tor;
    private const int MaximumProblems = 20;

    private NetworkList(string name, NetworkKind kind, NetworkRange[] ranges)
    {
        Name = name;
        Kind = kind;
        Ranges = ranges;
    }

    /// <summary>The file it came from.</summary>
    public string Name { get; }

    /// <summary>What its networks are.</summary>
    public NetworkKind Kind { get; }

    /// <summary>Number of lines that name a network.</summary>
    public int Count => Ranges.Length;

    internal NetworkRange[] Ranges { get; }

    /// <summary>Reads a list.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind"><see cref="NetworkKind.Hosting"/>, <see cref="NetworkKind.Relay"/> or <see cref="NetworkKind.Tor"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of these.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">
    /// Lines are no networks; the message gives file, line, value, reason and remedy of the first twenty.
    /// </exception>
    public static NetworkList Load(string path, NetworkKind kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        RequireKind(kind);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{path}: there is no such file. Name an existing network list.", path);
        }

        try
        {
            return Read(path, File.ReadLines(path), kind);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(
                $"{path}: the network list cannot be read: {error.Message} Check the permissions of the file.", error);
        }
    }

    /// <summary>Reads a list from lines, for lists that do not come from a file.</summary>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="kind"><see cref="NetworkKind.Hosting"/>, <see cref="NetworkKind.Relay"/> or <see cref="NetworkKind.Tor"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of these.</exception>
    /// <exception cref="InvalidDataException">Lines are no networks.</exception>
    public static NetworkList Read(string name, IEnumerable<string> lines, NetworkKind kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(lines);
        RequireKind(kind);
        var ranges = new List<NetworkRange>();
        var problems = new List<string>();
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            int comment = line.IndexOf('#', StringComparison.Ordinal);
            string text = (comment < 0 ? line : line[..comment]).Trim();
            if (text.Length == 0)
            {
                continue;
            }

            if (NetworkLine.TryRead(text, out NetworkRange range, out string reason))
            {
                ranges.Add(range);
            }
            else
            {
                problems.Add($"{name}:{number}: '{text}' {reason}.");
            }

            if (problems.Count == MaximumProblems)
            {
                problems.Add($"{name}: more problems may follow; only the first {MaximumProblems} are listed.");
                break;
            }
        }

        return problems.Count == 0
            ? new NetworkList(name, kind, [.. ranges])
            : throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }

    private static void RequireKind(NetworkKind kind)
    {
        if (kind == NetworkKind.None || (kind & ~Allowed) != NetworkKind.None)
        {
            throw new ArgumentOutOfRangeException(
                nameof(kind), kind, "A list can mark Hosting, Relay or Tor; every other kind follows from the address.");
        }
    }
}
