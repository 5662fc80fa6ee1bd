using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Accounts, and which zones their names mean.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteAccount(Account account)
    {
        json.WriteString("number", account.Number);
        OptionalObjects("zones", account.Zones, mapping =>
        {
            Place(mapping.Origin);
            json.WriteString("zone", mapping.Zone);
            json.WriteString("id", mapping.Id);
        });
    }
}
