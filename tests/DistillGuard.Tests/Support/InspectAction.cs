// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Support;

/// <summary>What a <see cref="DelegateDetector"/> does with a request.</summary>
internal delegate void InspectAction(in InspectionContext context, ref SignalBuffer signals);
