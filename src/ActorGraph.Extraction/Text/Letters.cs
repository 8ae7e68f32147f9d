using System.Text;

namespace ActorGraph.Extraction.Text;

/// <summary>Letters without their marks. The program runs without the culture data that decomposing letters would need.</summary>
internal static class Letters
{
    private const string Marked = "áàâäãåāăąçćčĉďéèêëēėęěğģíìîïīįĺľñńňņóòôöõōőŕřśšşșťţțúùûüūůűųýÿźżžạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợơụủứừửữựưỳỵỷỹÁÀÂÄÃÅĀĂĄÇĆČĈĎÉÈÊËĒĖĘĚĞĢÍÌÎÏĪĮĹĽÑŃŇŅÓÒÔÖÕŌŐŔŘŚŠŞȘŤŢȚÚÙÛÜŪŮŰŲÝŹŻŽẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢƠỤỦỨỪỬỮỰƯỲỴỶỸıłøđæœİŁØĐ";
    private const string Without = "aaaaaaaaaccccdeeeeeeeeggiiiiiillnnnnooooooorrsssstttuuuuuuuuyyzzzaaaaaaaaaaaaeeeeeeeeiiooooooooooooouuuuuuuuyyyyAAAAAAAAACCCCDEEEEEEEEGGIIIIIILLNNNNOOOOOOORRSSSSTTTUUUUUUUUYZZZAAAAAAAAAAAAEEEEEEEEIIOOOOOOOOOOOOOUUUUUUUUYYYYilodaoILOD";
    private static readonly Dictionary<char, char> Plains = Marked.Zip(Without).ToDictionary(pair => pair.First, pair => pair.Second);

    public static string Plain(string word)
    {
        if (Ascii.IsValid(word)) return word;
        var plain = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark) plain.Append(Plains.GetValueOrDefault(c, c));
        }

        return plain.ToString();
    }

    /// <summary>In lower case. Turkish has two letters i.</summary>
    public static string Lower(string word, string language) => (language == "tr" ? word.Replace('İ', 'i').Replace('I', 'ı') : word).ToLowerInvariant();
}
