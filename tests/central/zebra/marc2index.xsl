<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:z="http://indexdata.com/zebra-2.0" xmlns:m="http://www.loc.gov/MARC21/slim" exclude-result-prefixes="m">
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:template match="text()"/>
  <xsl:template match="/"><xsl:apply-templates select="//m:record"/></xsl:template>
  <xsl:template match="m:record">
    <z:record z:id="{normalize-space(m:controlfield[@tag='001'][1])}" z:type="update">
      <z:index name="Local-number:0"><xsl:value-of select="normalize-space(m:controlfield[@tag='001'][1])"/></z:index>
      <z:index name="Code-language:0"><xsl:value-of select="substring(m:controlfield[@tag='008'],36,3)"/></z:index>
      <z:index name="Date-of-publication:n Date-of-publication:s"><xsl:value-of select="substring(m:controlfield[@tag='008'],8,4)"/></z:index>
      <z:index name="Material-type:0"><xsl:value-of select="substring(m:leader,7,2)"/></z:index>
      <xsl:apply-templates/>
    </z:record>
  </xsl:template>
  <xsl:template match="m:datafield">
    <xsl:variable name="t" select="@tag"/>
    <xsl:variable name="s"><xsl:for-each select="m:subfield[not(@code='6' or @code='0' or @code='w')]"><xsl:value-of select="."/><xsl:text> </xsl:text></xsl:for-each></xsl:variable>
    <z:index name="any:w"><xsl:value-of select="$s"/></z:index>
    <xsl:choose>
      <xsl:when test="$t='245'"><z:index name="Title:w Title:p Title:s"><xsl:value-of select="concat(m:subfield[@code='a'][1],' ',m:subfield[@code='b'][1])"/></z:index></xsl:when>
      <xsl:when test="$t='246' or $t='240' or $t='130' or $t='730' or $t='740' or $t='880'"><z:index name="Title:w"><xsl:value-of select="$s"/></z:index></xsl:when>
      <xsl:when test="$t='100' or $t='110' or $t='111' or $t='700' or $t='710' or $t='711'"><z:index name="Author:w Author:p Author:s"><xsl:value-of select="m:subfield[@code='a']"/></z:index></xsl:when>
      <xsl:when test="$t='020'"><z:index name="ISBN:w"><xsl:value-of select="translate(substring-before(concat(m:subfield[@code='a'][1],' '),' '),'-','')"/></z:index></xsl:when>
      <xsl:when test="$t='022'"><z:index name="ISSN:w"><xsl:value-of select="m:subfield[@code='a']"/></z:index></xsl:when>
      <xsl:when test="starts-with($t,'6')"><z:index name="Subject-heading:w Subject-heading:p"><xsl:value-of select="$s"/></z:index></xsl:when>
      <xsl:when test="$t='440' or $t='490' or $t='800' or $t='830'"><z:index name="Title-series:w"><xsl:value-of select="m:subfield[@code='a']"/></z:index></xsl:when>
      <xsl:when test="$t='520'"><z:index name="Abstract:w"><xsl:value-of select="$s"/></z:index></xsl:when>
      <xsl:when test="$t='260' or $t='264'"><z:index name="Publisher:w"><xsl:value-of select="m:subfield[@code='b']"/></z:index></xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
