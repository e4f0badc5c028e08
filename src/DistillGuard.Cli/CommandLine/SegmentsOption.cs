// SPDX-License-Identifier: MIT

using System.CommandLine;
using System.CommandLine.Parsing;
using DistillGuard.Calibration;

namespace DistillGuard.Cli.CommandLine;

/// <summary><c>--segments plan,kind,api,language</c>, or <c>none</c>.</summary>
internal static class SegmentsOption
{
    private const string Name = "--segments";
    private const string None = "none";

    private static string Remedy => $"write some of {string.Join(",", SegmentDimensionNames.All)}, each once and without spaces, or {None}";

    public static Option<SegmentDimensions> Create() => new(Name)
    {
        Description = "By what customers are told apart, so that those whose benign traffic needs a higher bar get one: some of " +
            $"{string.Join(",", SegmentDimensionNames.All)}, or {None}. Default: all.",
        HelpName = "LIST",
        DefaultValueFactory = static _ => SegmentDimensions.All,
        CustomParser = Parse,
    };

    private static SegmentDimensions Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (text == None)
        {
            return SegmentDimensions.None;
        }

        SegmentDimensions all = SegmentDimensions.None;
        foreach (string name in text.Split(','))
        {
            if (!SegmentDimensionNames.TryParse(name, out SegmentDimensions dimension))
            {
                string reason = name.Length == 0 ? "a name is missing" : name == None ? $"{None} stands alone" : $"'{name}' is no kind of segment";
                result.AddError($"{Name} {text}: {reason}; {Remedy}");
                return SegmentDimensions.None;
            }

            if (all.HasFlag(dimension))
            {
                result.AddError($"{Name} {text}: '{name}' is there twice; {Remedy}");
                return SegmentDimensions.None;
            }

            all |= dimension;
        }

        return all;
    }
}
