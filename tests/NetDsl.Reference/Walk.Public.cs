using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Public virtual interfaces: docs/semantics.md, section "Public virtual interfaces".</summary>
sealed partial class Walk
{
    ElementId? leftRegion;
    bool fromSite;
    bool isOfService;

    void ByPublic(VirtualInterface own)
    {
        if (!own.RegisteredPrefixes.Any(prefix => prefix.Value.Contains(Packet.Source)))
        {
            Refuse(DropCode.DxSourceNotRegistered, own, $"{Packet.Source} is not registered");
            return;
        }

        Pass(own, $"{Packet.Source} is registered");
        fromSite = true;
        OnInternet();
    }
}
