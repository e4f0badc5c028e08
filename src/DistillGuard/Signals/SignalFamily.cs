// SPDX-License-Identifier: MIT

namespace DistillGuard.Signals;

/// <summary>Where a piece of evidence comes from. Families are fused as independent; inside one, evidence is summed up to a cap.</summary>
public enum SignalFamily : byte
{
    /// <summary>How much is sent: requests, tokens, ramps.</summary>
    Volume,

    /// <summary>What single prompts say.</summary>
    Content,

    /// <summary>Where traffic comes from: country and network. Weighs nothing unless the operator decides otherwise.</summary>
    Origin,

    /// <summary>How the API is used: sampling parameters, reasoning blobs, refusals.</summary>
    Protocol,

    /// <summary>The same structure across accounts: templates, regrowth.</summary>
    Structure,

    /// <summary>Who belongs together: payment, client, network.</summary>
    Identity,

    /// <summary>When requests are sent inside a group.</summary>
    Timing,

    /// <summary>How a group's prompts are distributed.</summary>
    Distribution,
}
