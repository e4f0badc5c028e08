// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Cli.Evaluating;

/// <summary>Reads labels: lines of account, label, campaign and segment, divided by commas, with a heading.</summary>
/// <remarks>No field holds a comma or a quotation mark; a line that does is refused, not guessed at.</remarks>
internal static class LabelFile
{
    private const string Heading = "account,label,campaign,segment";
    private const int Fields = 4;

    /// <summary>The labels by account.</summary>
    /// <exception cref="ToolException">The file cannot be read, or a line is no label.</exception>
    public static Dictionary<string, AccountLabel> Read(string path)
    {
        string[] lines = ReadLines(path);
        if (lines.Length == 0 || lines[0].TrimStart('\uFEFF') != Heading)
        {
            throw new ToolException($"--labels {path}:1: the heading is not '{Heading}'; give a file with these four columns.");
        }

        var labels = new Dictionary<string, AccountLabel>(StringComparer.Ordinal);
        for (int i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }

            string[] fields = lines[i].Split(',');
            string? problem = ProblemOf(lines[i], fields)
                ?? (labels.TryAdd(fields[0], new AccountLabel(fields[1] == "distill", fields[2], fields[3])) ? null : "this account has a label already");
            if (problem is not null)
            {
                throw new ToolException($"--labels {path}:{i + 1}: {problem}; correct the line.");
            }
        }

        return labels.Count > 0
            ? labels
            : throw new ToolException($"--labels {path}: it labels no account, so nothing can be compared; give one line for each account.");
    }

    private static string? ProblemOf(string line, string[] fields) =>
        line.Contains('"') ? "fields are not quoted in this format"
        : fields.Length != Fields ? $"it has {fields.Length} fields, not {Fields} ({Heading})"
        : fields[0].Length == 0 ? "the account is empty"
        : fields[1] is not ("distill" or "benign") ? $"the label is '{fields[1]}'; it is 'distill' or 'benign'"
        : fields[1] == "distill" && fields[2].Length == 0 ? "a distill account needs the name of its campaign, of one account if need be"
        : null;

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path, Encoding.UTF8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException($"--labels {path}: {exception.Message.TrimEnd('.')}; give a readable file.", exception);
        }
    }
}
