// SPDX-License-Identifier: MIT

namespace DistillGuard.Calibration;

/// <summary>By what customers are told apart when a calibration checks that its bar is as fair to some as to others.</summary>
[Flags]
public enum SegmentDimensions : byte
{
    /// <summary>By nothing: one bar for all.</summary>
    None = 0,

    /// <summary>The plan the account is on.</summary>
    Plan = 1,

    /// <summary>What the customer declared: platform, evaluation, batch, research, or nothing.</summary>
    Kind = 2,

    /// <summary>The API that requests are sent to.</summary>
    Api = 4,

    /// <summary>The script that most letters of a request's prompts belong to: a language family, coarsely.</summary>
    Language = 8,

    /// <summary>By each of the four.</summary>
    All = Plan | Kind | Api | Language,
}
