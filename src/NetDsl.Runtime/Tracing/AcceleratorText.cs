using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Tracing;

/// <summary>What accelerators decide, in plain words.</summary>
internal static class AcceleratorText
{
    /// <summary>What became of a flow, and why.</summary>
    public static string Choice(in AcceleratorChoice choice, in Packet sent, GraphNames names)
    {
        var (region, endpoint) = (names.Name(choice.Group.Region), names.Path(choice.Endpoint.Node));
        if (choice.Rule.IsPortMap)
        {
            return $"the port leads to {sent.Destination}:{sent.DestinationPort} of {endpoint} in {region}, whoever writes to it, and traffic to it is allowed; the client's address stays";
        }

        var why = choice.Reason switch
        {
            AcceleratorReason.Nearest => $"{region} is nearest",
            AcceleratorReason.Dial => $"traffic dials of nearer groups passed it on to {region}",
            AcceleratorReason.DialsExhausted => $"no traffic dial took it, and the dials shared it out to {region}, unspecified by the vendor",
            AcceleratorReason.Failover => $"the group before has no healthy endpoint with a weight, and it fails over to {region}, whatever the dial",
            _ => $"no group near enough has a healthy endpoint with a weight, so that any of {region} will do",
        };
        var health = choice.IsAnyHealthy ? "" : "; no endpoint is healthy, so all count";
        var source = choice.Endpoint.KeepsSource ? "the client's address stays" : $"source becomes {RuleText.At(sent.Source, sent.SourcePort)}";
        var chosenBy = choice.Rule.BySource ? "addresses" : "flow";
        return $"listener sends it to {sent.Destination}:{sent.DestinationPort} of endpoint {endpoint} ({why}{health}; a model's hash chooses by {chosenBy}), {source}";
    }

    /// <summary>Why an accelerator refuses a packet, and what would let it pass.</summary>
    public static string Refusal(DropCode code, GraphNode accelerator, bool isPortMap, in Packet packet) => code switch
    {
        DropCode.GaDisabled => $"accelerator {accelerator.Path} is disabled; leave Disable() out",
        DropCode.GaNoListener => $"no listener of accelerator {accelerator.Path} takes {RuleText.Traffic(packet)}; add Listener({RuleText.SelectorCode(packet)})",
        _ when isPortMap => $"port {packet.DestinationPort} of accelerator {accelerator.Path} leads to no host, or to one that gets no {packet.Protocol} on its port; allow it with AllowTraffic(…)",
        _ => $"the listener of accelerator {accelerator.Path} has no endpoint; add one to an endpoint group",
    };
}
