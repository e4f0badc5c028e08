// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Numerics;
using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Text;

namespace DistillGuard.Detectors.RelayFanIn;

/// <summary>
/// Counts the people behind an account: end users, conversations at once, clients, networks, scripts. Many of them mean resale or a
/// platform, never distillation, so all it says is a policy outcome, and about a declared platform it says nothing.
/// </summary>
internal sealed class RelayFanInDetector : IDistillationDetector
{
    public const string DetectorName = "relay-fan-in";

    // Beyond this many the sketch fills up, and ids made up for every request could no longer be told from people who come back.
    private const double MostEndUsers = 200;

    // A name or a quotation is no prompt in that script.
    private const int FewestLetters = 20;

    private readonly RelayFanInOptions _options;
    private readonly StateSlot<RelayFanInState> _slot;

    public RelayFanInDetector(RelayFanInOptions options, SubjectLayout layout)
    {
        _options = options;
        _slot = layout.Reserve<RelayFanInState>(SubjectKind.Account);
    }

    public string Name => DetectorName;

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        if (!context.Account.IsPresent)
        {
            return;
        }

        ref RelayFanInState state = ref context.Account.State(_slot);
        state.Advance(context.Ticks);
        var hash = new SubjectTextHash(context.Account.Key);
        CountEndUser(in context, in hash, ref state);
        CountConversation(in context, in hash, ref state);
        CountSource(in context, in hash, ref state);
        CountScript(in context, ref state);
        if ((context.Request.Caller.Declared & DeclaredUses.Platform) == DeclaredUses.None)
        {
            Report(in state, ref signals);
        }
    }

    // Whom the host knows and whom the body names are one end user: a relay may put one name into all bodies, or all users on one login.
    private static void CountEndUser(in InspectionContext context, in SubjectTextHash hash, ref RelayFanInState state)
    {
        ReadOnlySpan<char> known = EndUserIds.Person(context.Request.EndUser);
        ReadOnlySpan<byte> named = EndUserIds.Person(context.Request.Content.EndUser);
        if ((known.IsEmpty && named.IsEmpty) || state.EndUsers.Estimate >= MostEndUsers)
        {
            return;
        }

        state.EndUsers.Add(hash.Hash(named, hash.Hash(known)));
        state.EndUserRequests++;
    }

    private void CountConversation(in InspectionContext context, in SubjectTextHash hash, ref RelayFanInState state)
    {
        if (!context.Request.Conversation.IsEmpty)
        {
            double atOnce = state.Conversations.Add(hash.Hash(context.Request.Conversation), context.Ticks, _options.Window.Ticks);
            state.MostConversations = Math.Max(state.MostConversations, (float)atOnce);
        }
    }

    private static void CountSource(in InspectionContext context, in SubjectTextHash hash, ref RelayFanInState state)
    {
        ref readonly InferenceRequest request = ref context.Request;
        if (!request.Caller.UserAgent.IsEmpty || !request.Caller.Fingerprint.IsEmpty)
        {
            state.Clients.Add(hash.Hash(request.Caller.UserAgent, hash.Hash(request.Caller.Fingerprint)));
        }

        ClientAddress address = request.Caller.Address;
        if (address.IsKnown)
        {
            Span<byte> prefix = stackalloc byte[16];
            BinaryPrimitives.WriteUInt128LittleEndian(prefix, address.IsIPv4 ? address.Value >> 8 : address.Value >> 80);
            state.Networks.Add(hash.Hash(prefix, before: address.IsIPv4 ? 4UL : 6UL));
        }
    }

    private static void CountScript(in InspectionContext context, ref RelayFanInState state)
    {
        ScriptClass script = context.Features.Text.Script;
        if (script != ScriptClass.None && context.Features.Text.LettersOf(script) >= FewestLetters)
        {
            // Japanese is written in both, now more in one, now in the other.
            script = script == ScriptClass.Kana ? ScriptClass.Han : script;
            state.Scripts |= (byte)(1 << (int)script);
        }
    }

    private void Report(in RelayFanInState state, ref SignalBuffer signals)
    {
        double endUsers = state.EndUsers.Estimate;
        if (endUsers >= _options.EndUsers && state.EndUserRequests >= _options.RequestsPerEndUser * endUsers)
        {
            signals.Add(new Signal(RelayFanInSignals.ManyEndUsers, weight: 0, (float)endUsers, (float)_options.EndUsers));
        }

        int kinds = (state.MostConversations >= _options.Conversations ? 1 : 0)
            + (state.Clients.Estimate >= _options.Clients ? 1 : 0)
            + (state.Networks.Estimate >= _options.Networks ? 1 : 0)
            + (BitOperations.PopCount(state.Scripts) >= _options.Scripts ? 1 : 0);
        if (kinds >= _options.Kinds)
        {
            signals.Add(new Signal(RelayFanInSignals.ManySources, weight: 0, kinds, _options.Kinds));
        }
    }
}
