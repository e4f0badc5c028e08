// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Cli.Evaluating.Baselines;

/// <summary>How many organizations sent exactly the same system prompt.</summary>
internal sealed class SharedPrompts
{
    private readonly Dictionary<ulong, HashSet<ulong>> _senders = [];

    public void Note(ulong prompt, ulong organization)
    {
        ref HashSet<ulong>? senders = ref CollectionsMarshal.GetValueRefOrAddDefault(_senders, prompt, out _);
        (senders ??= []).Add(organization);
    }

    public int Organizations(ulong prompt) => _senders.TryGetValue(prompt, out HashSet<ulong>? senders) ? senders.Count : 0;
}
